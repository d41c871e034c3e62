using System.Globalization;

namespace Knowledge.Stores.Qdrant;

/// <summary>The names of vectors and payload fields, and how days and readers are written there.</summary>
internal static class QdrantFields
{
    public const string Words = "words";
    public const string Meaning = "meaning";

    public const string Document = "document";
    public const string Passage = "passage";
    public const string Mark = "mark";
    public const string Enabled = "enabled";
    public const string Effective = "effective";
    public const string Expires = "expires";
    public const string SupersededFrom = "superseded_from";
    public const string Grids = "grids";
    public const string Stored = "stored";
    public const string Passages = "passages";
    public const string Embedded = "embedded";

    /// <summary>Where the whole document lies.</summary>
    public const int WholeDocument = -1;

    /// <summary>Stands among the grids of what is for all.</summary>
    public const string All = "*";

    public const int Always = 0;
    public const int Never = 99_999_999;

    /// <summary>Fields that filters look at, with their kinds.</summary>
    public static readonly IReadOnlyList<CreateFieldIndex> Indexes =
    [
        new(Document, "keyword"), new(Passage, "integer"), new(Mark, "keyword"), new(Enabled, "bool"), new(Effective, "integer"),
        new(Expires, "integer"), new(SupersededFrom, "integer"), new(Grids, "keyword"),
    ];

    /// <summary>20260701.</summary>
    public static int DayNumber(DateOnly day) => int.Parse(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
