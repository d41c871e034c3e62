using Bot.Answers;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Console.Questions;

/// <summary>Which questions are listed.</summary>
public sealed record QuestionFilter(HandOffState State, string? Words, int Page)
{
    public static readonly IReadOnlyList<(string Name, string Title, HandOffState State)> Choices =
    [
        ("waiting", "没答上", HandOffState.Waiting),
        ("answered", "答过的", HandOffState.Answered),
        ("dismissed", "不用回的", HandOffState.Dismissed),
    ];

    public static QuestionFilter Of(string? state, string? words, int? page) => new(
        Choices.FirstOrDefault(choice => choice.Name == state, Choices[0]).State,
        string.IsNullOrWhiteSpace(words) ? null : words.Trim(),
        Math.Clamp(page ?? 1, 1, 10_000));

    public string Address(HandOffState? state = null, int page = 1) => QueryHelpers.AddQueryString("/console/questions", new Dictionary<string, string?>
    {
        ["state"] = (state ?? State) is HandOffState.Waiting ? null : Choices.First(choice => choice.State == (state ?? State)).Name,
        ["q"] = Words,
        ["page"] = page > 1 ? page.ToString() : null,
    });
}
