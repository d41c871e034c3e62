using Bot.Answers.Library;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Console.Library;

/// <summary>Which documents are listed.</summary>
public sealed record LibraryFilter(string State, string? Words, int Page)
{
    public static readonly IReadOnlyList<(string Name, string Title, Func<Standing, bool> Holds)> Choices =
    [
        ("all", "全部", standing => standing is not (Standing.Removed or Standing.Draft)),
        ("valid", "在用", Standings.Answers),
        ("ending", "快到期", standing => standing == Standing.Ending),
        ("past", "过期、被替代", standing => standing is Standing.Expired or Standing.Replaced),
        ("off", "停用、没生效", standing => standing is Standing.Disabled or Standing.Coming),
        ("removed", "删除的", standing => standing == Standing.Removed),
    ];

    public static LibraryFilter Of(string? state, string? words, int? page) => new(
        Choices.Any(choice => choice.Name == state) ? state! : "all",
        string.IsNullOrWhiteSpace(words) ? null : words.Trim(),
        Math.Max(1, page ?? 1));

    public bool Holds(LibraryRow row) => Choices.First(choice => choice.Name == State).Holds(row.Standing)
        && (Words is null || row.Document.Title.Contains(Words, StringComparison.OrdinalIgnoreCase)
            || row.Document.Name.Contains(Words, StringComparison.OrdinalIgnoreCase)
            || row.Document.Issuer?.Contains(Words, StringComparison.OrdinalIgnoreCase) == true);

    public string Address(string? state = null, int page = 1) => QueryHelpers.AddQueryString("/console/knowledge", new Dictionary<string, string?>
    {
        ["state"] = state ?? State,
        ["q"] = Words,
        ["page"] = page > 1 ? page.ToString() : null,
    });
}
