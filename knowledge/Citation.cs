namespace Knowledge;

/// <summary>The words an answer rests on, and where they stand.</summary>
/// <param name="Document">The document's name.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Section">"办理流程 › 所需材料"; empty for text under no heading.</param>
/// <param name="Clause">"第2条" where the passage is numbered so; null elsewhere.</param>
/// <param name="Effective">First day of validity from the document's header.</param>
/// <param name="Quote">A substring of the document's text once white space is collapsed in both.</param>
/// <param name="Passage">The whole passage the quote stands in, as it stands in the document's body.</param>
/// <param name="Contact">Whom to ask, from the document's header.</param>
public sealed record Citation(
    string Document,
    string Title,
    string Section,
    string? Clause,
    DateOnly? Effective,
    string Quote,
    string Passage,
    string? Contact)
{
    /// <summary>In characters; longer ones are cut in <see cref="Source"/>.</summary>
    internal const int LongestTitle = 40;

    /// <summary>"《尊老金办理指南》2026年3月版第2条": for the end of an answer.</summary>
    public string Source => $"《{(Title.Length > LongestTitle ? Title[..(LongestTitle - 1)] + "…" : Title)}》{(Effective is { } day ? $"{day.Year}年{day.Month}月版" : "")}{Clause}";
}
