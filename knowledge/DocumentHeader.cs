namespace Knowledge;

/// <summary>What a document says of itself; everything but the title may be missing.</summary>
/// <param name="Title">From the header, else the first heading, else the document's name.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Effective">The first day on which it holds; null for always so far.</param>
/// <param name="Expires">The last day on which it holds; null for until further notice.</param>
/// <param name="SupersededBy">The name of the document that took its place.</param>
/// <param name="Audience">Whom it concerns, in words; see <see cref="Grids"/>.</param>
/// <param name="Contact">Whom to ask.</param>
public sealed record DocumentHeader(
    string Title,
    string? Issuer = null,
    DateOnly? Effective = null,
    DateOnly? Expires = null,
    string? SupersededBy = null,
    string? Audience = null,
    string? Contact = null)
{
    /// <summary>Grids and compounds of the community for whose residents alone it holds; empty for all of them.</summary>
    public NameList Grids { get; init; } = NameList.Empty;

    /// <summary>Whether it holds for an asker of these grids and compounds.</summary>
    /// <param name="grids">Null where nobody in particular asks.</param>
    public bool HoldsFor(IReadOnlyCollection<string>? grids) => Grids.Count == 0 || grids is null || Grids.Any(grids.Contains);
}
