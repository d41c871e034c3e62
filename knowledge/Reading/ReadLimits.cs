namespace Knowledge.Reading;

/// <summary>
/// How much of a file is read. What is larger is refused with a sentence, never cut without a word. A document is something that
/// people read and an answer quotes, so the limits lie far above any that was written by hand and below what hurts a small machine.
/// </summary>
public sealed record ReadLimits
{
    /// <summary>For files that people bring.</summary>
    public static readonly ReadLimits Usual = new();

    /// <summary>Of a file that holds more than text; most of it is pictures.</summary>
    public int Bytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Of a plain text: a novel has half of it.</summary>
    public int TextBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>Of the Markdown that comes out, in characters: as many as <see cref="TextBytes"/> holds Chinese ones.</summary>
    public int Characters { get; init; } = 700_000;

    /// <summary>In all parts of an archive, counted while they are unpacked; what the archive declares is believed only when it is more.</summary>
    public long UnpackedBytes { get; init; } = 80 * 1024 * 1024;

    /// <summary>Parts of an archive; a document with a thousand pictures has so many.</summary>
    public int Parts { get; init; } = 2_000;

    /// <summary>Files of a zip that somebody brings: all documents of a community.</summary>
    public int PackedFiles { get; init; } = 2_000;

    /// <summary>Unpacked to packed, in any part of more than a megabyte; text packs 20 to 1, bombs 1,000 to 1.</summary>
    public int Ratio { get; init; } = 100;

    /// <summary>Elements inside one another, in XML and HTML: parsers and their users call themselves for each.</summary>
    public int Depth { get; init; } = 128;

    /// <summary>Elements of one page: each costs a parser some hundred bytes, and a long law has 20,000.</summary>
    public int Elements { get; init; } = 150_000;

    /// <summary>Elements and attributes of one XML part, which is read piece by piece: four for each of <see cref="Cells"/>.</summary>
    public int XmlNodes { get; init; } = 2_400_000;

    /// <summary>Of one workbook.</summary>
    public int Sheets { get; init; } = 50;

    /// <summary>Of one table that are not blank.</summary>
    public int Rows { get; init; } = 20_000;

    /// <summary>Of one table.</summary>
    public int Columns { get; init; } = 200;

    /// <summary>Of one file, blank ones counted as far as a row goes.</summary>
    public int Cells { get; init; } = 500_000;

    /// <summary>Of one cell, in characters.</summary>
    public int CellLength { get; init; } = 10_000;

    /// <summary>For one file; as PDF a book of a thousand pages takes 3 seconds.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Of the program that reads PDF, in bytes of its address space; it needs 60 MB for most files.</summary>
    public long ProgramMemory { get; init; } = 1024L * 1024 * 1024;
}
