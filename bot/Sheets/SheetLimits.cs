namespace Bot.Sheets;

/// <summary>How much of a file is read. What is larger is refused with a sentence, not cut.</summary>
public sealed record SheetLimits
{
    public static readonly SheetLimits Usual = new();

    public int Bytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>In all parts of the archive, both as it declares and as it turns out.</summary>
    public long UnpackedBytes { get; init; } = 60 * 1024 * 1024;

    public int Parts { get; init; } = 500;

    /// <summary>Unpacked to packed, in any part of more than a megabyte.</summary>
    public int Ratio { get; init; } = 100;

    public int Sheets { get; init; } = 20;
    public int Rows { get; init; } = 20_000;
    public int Columns { get; init; } = 200;
    public int CellLength { get; init; } = 2_000;
}
