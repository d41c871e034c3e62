namespace Bot.Grids;

/// <summary>What became of an import; <see cref="Errors"/> say in Chinese what is wrong and where.</summary>
public sealed record ImportResult(ImportOutcome Outcome, IReadOnlyList<string> Errors)
{
    public static readonly ImportResult Imported = new(ImportOutcome.Imported, []);

    public static ImportResult Invalid(IReadOnlyList<string> errors) => new(ImportOutcome.Invalid, errors);
}

public enum ImportOutcome
{
    Imported,

    /// <summary>Nothing was imported.</summary>
    Invalid,

    /// <summary>The store holds the sample; the caller must agree to clear it first.</summary>
    SampleInTheWay,
}
