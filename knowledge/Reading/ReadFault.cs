namespace Knowledge.Reading;

/// <summary>Why a file became no document. <see cref="ReadResult.Problem"/> says it in English; who speaks to people words it anew.</summary>
public enum ReadFault
{
    /// <summary>There is not one byte.</summary>
    Empty,

    /// <summary>More bytes than are read.</summary>
    TooLarge,

    /// <summary>Neither UTF-8, UTF-16 nor GB18030.</summary>
    NotText,

    /// <summary>It was read, and there are no words in it.</summary>
    NoText,

    /// <summary>It begins like a file of its kind and does not go on so.</summary>
    Damaged,

    /// <summary>It opens only with a password.</summary>
    Password,

    /// <summary>doc.</summary>
    OldWord,

    /// <summary>ppt or pptx.</summary>
    Slides,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>An archive of other files.</summary>
    Archive,

    /// <summary>Of no kind that is read.</summary>
    UnknownKind,

    /// <summary>It unpacks to far more than it should.</summary>
    TooMuchInside,

    /// <summary>A document type or external entities in its XML.</summary>
    Entities,

    /// <summary>Elements inside one another, more than a document has.</summary>
    TooDeep,

    /// <summary>More elements, attributes or time than a document takes.</summary>
    TooComplex,

    /// <summary>More sheets than are read.</summary>
    TooManySheets,

    /// <summary>A table with more rows or cells than are read.</summary>
    TooManyRows,

    /// <summary>A table with more columns than are read.</summary>
    TooManyColumns,

    /// <summary>A cell with more text than is read.</summary>
    TooLongCell,

    /// <summary>More text than a document has.</summary>
    TooLong,

    /// <summary>More headings than a document has.</summary>
    TooManyHeadings,

    /// <summary>The header at its beginning; see <see cref="ReadResult.Line"/> and <see cref="ReadResult.Key"/>.</summary>
    Header,

    /// <summary>The program that reads PDF is not installed.</summary>
    NoPdfProgram,

    /// <summary>A PDF of pictures of pages.</summary>
    Scan,

    /// <summary>A PDF whose author forbids to copy its text.</summary>
    CopyForbidden,

    /// <summary>It takes longer than a document does.</summary>
    TooSlow,

    /// <summary>No address of the web, or one with a name and a password in it.</summary>
    BadAddress,

    /// <summary>No machine has that name.</summary>
    NoSuchHost,

    /// <summary>The address leads into a network that is not public, or to a port that is not of the web.</summary>
    NotPublic,

    /// <summary>The machine does not answer, or not as the web does.</summary>
    NoConnection,

    /// <summary>The page leads on and on.</summary>
    TooManyRedirects,

    /// <summary>The machine answers, but not with the page: its status is the place.</summary>
    WebRefused,

    /// <summary>The page takes too long to come.</summary>
    WebTooSlow,

    /// <summary>A name in a zip that leads out of its folder, or a link to another file.</summary>
    OddPath,

    /// <summary>A zip with more files than are taken at once.</summary>
    TooManyFiles,
}
