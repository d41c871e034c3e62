using Bot.Answers.Library;

namespace Bot.Console.Library;

/// <param name="Others">The documents that may have taken its place, without their texts.</param>
/// <param name="Grids">Grids and compounds of the community.</param>
/// <param name="Error">Why it was not kept.</param>
public sealed record WriteModel(WriteForm Form, IReadOnlyList<ShelfDocument> Others, IReadOnlyList<string> Grids, string? Error = null);

/// <summary>A document as it is written on the page; days as the browser sends them.</summary>
public sealed class WriteForm
{
    /// <summary>Of the document that gets a new version; null for a new one.</summary>
    public string? Name { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }
    public string? Issuer { get; set; }
    public string? Effective { get; set; }
    public string? Expires { get; set; }
    public string? SupersededBy { get; set; }
    public string? Audience { get; set; }
    public string? Contact { get; set; }

    /// <summary>Grids and compounds it is for alone.</summary>
    public string[]? Grids { get; set; }

    /// <summary>The version the writer began from.</summary>
    public int? From { get; set; }

    public static WriteForm Of(ShelfDocument document) => new()
    {
        Name = document.Name,
        Title = document.Title,
        Text = document.Body,
        Issuer = document.Issuer,
        Effective = document.Effective?.ToString("yyyy-MM-dd"),
        Expires = document.Expires?.ToString("yyyy-MM-dd"),
        SupersededBy = document.SupersededBy,
        Audience = document.Audience,
        Contact = document.Contact,
        Grids = [.. document.Grids],
        From = document.Id,
    };
}
