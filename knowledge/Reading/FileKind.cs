namespace Knowledge.Reading;

/// <summary>What a file is by its bytes; only among plain texts does its name decide.</summary>
public enum FileKind
{
    /// <summary>None of the others.</summary>
    Unknown,

    /// <summary>Markdown, or a text without any markup.</summary>
    Text,

    /// <summary>HTML.</summary>
    Page,

    /// <summary>Cells apart by commas, semicolons or tabs.</summary>
    Csv,

    /// <summary>docx.</summary>
    Word,

    /// <summary>xlsx.</summary>
    Workbook,

    /// <summary>xls.</summary>
    OldWorkbook,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>doc; not read.</summary>
    OldWord,

    /// <summary>ppt or pptx; not read.</summary>
    Slides,

    /// <summary>An Office file behind a password; not read.</summary>
    Locked,

    /// <summary>A picture; not read.</summary>
    Picture,

    /// <summary>zip, rar, 7z or gzip with anything in it; not read.</summary>
    Archive,
}
