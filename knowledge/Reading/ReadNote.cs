namespace Knowledge.Reading;

/// <summary>Something that a reader left out or took for another thing than its name says; the document was read all the same.</summary>
/// <param name="Count">How many of them.</param>
/// <param name="Place">Names of sheets, numbers of pages, or what the file turned out to be.</param>
public sealed record ReadNote(ReadNoteKind Kind, int Count = 1, string? Place = null)
{
    /// <summary>In English, for the command line.</summary>
    public override string ToString() => Kind switch
    {
        ReadNoteKind.Pictures => $"{Count} pictures left out",
        ReadNoteKind.Macros => "its macros left out",
        ReadNoteKind.HiddenSheets => $"hidden sheets left out: {Place}",
        ReadNoteKind.HiddenRows => $"{Count} hidden rows and columns left out",
        ReadNoteKind.HiddenText => "hidden text left out",
        ReadNoteKind.Comments => $"{Count} comments left out",
        ReadNoteKind.NoAnswer => $"{Count} questions without an answer left out",
        ReadNoteKind.EmptyPages => $"pages without text: {Place}",
        ReadNoteKind.WasDisabled => "it was switched off when it was exported",
        ReadNoteKind.Links => "menus and lists of links left out",
        _ => $"its name does not say so, but it is {Place}",
    };
}

/// <summary>See <see cref="ReadNote"/>.</summary>
public enum ReadNoteKind
{
    /// <summary>Pictures, drawings and charts.</summary>
    Pictures,

    /// <summary>Programs in an Office file; they are never run.</summary>
    Macros,

    /// <summary>Sheets that their author hid.</summary>
    HiddenSheets,

    /// <summary>Text that its author hid.</summary>
    HiddenText,

    /// <summary>What reviewers wrote on the margin.</summary>
    Comments,

    /// <summary>Rows of a table of questions where the answer is missing.</summary>
    NoAnswer,

    /// <summary>Pages of a PDF that are pictures, among others that are not.</summary>
    EmptyPages,

    /// <summary>What leads to other pages.</summary>
    Links,

    /// <summary>The name's extension says another kind.</summary>
    OtherKind,

    /// <summary>What was exported was switched off.</summary>
    WasDisabled,

    /// <summary>Rows and columns of a sheet that their author hid.</summary>
    HiddenRows,
}
