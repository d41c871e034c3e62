using System.Text.RegularExpressions;
using Bot.Answers;
using Bot.Answers.Library;
using Bot.Answers.Library.Checks;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>Takes a person's questions out of the answers that were kept of them; what was answered stays.</summary>
internal sealed partial class KeptAnswers(PersonWords words, WordTraces traces, IReadOnlyList<NameSweep> names)
{
    // a shorter question is everybody's
    private const int Shortest = 4;

    private readonly HashSet<string> _questions =
    [
        .. words.Texts.Concat(words.HandOffs.Select(item => item.Question)).SelectMany(text => new[] { text.Trim(), StandardAnswer.Clean(text), StandardAnswer.Clean(text).Replace('｜', ' ') })
            .Where(text => text.Length >= Shortest),
    ];

    /// <returns>Names of the documents that have changed.</returns>
    public async Task<IReadOnlyList<string>> RemoveAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        List<string> changed = [];
        foreach (ShelfDocument row in await db.Set<ShelfDocument>().AsTracking().Where(row => row.Origin == ShelfOrigin.Answer).ToListAsync(cancellationToken))
        {
            (string title, string body) = (Title(row), Body(row.Body));
            if (title == row.Title && body == row.Body) { continue; }
            (row.Title, row.Body) = (title, body);
            row.Version++;
            changed.Add(row.Name);
        }
        foreach (CheckQuestion check in await db.Set<CheckQuestion>().AsTracking().ToListAsync(cancellationToken))
        {
            if (Is(check.Question)) { db.Remove(check); }
        }
        return [.. changed.Distinct()];
    }

    private string Title(ShelfDocument row) => Is(row.Title) ? row.Name[(row.Name.LastIndexOf('/') + 1)..] : Nameless(row.Title);

    private string Body(string body) => Nameless(Asked().Replace(body, mark =>
    {
        string[] kept = [.. mark.Groups["asked"].Value.Split('｜').Select(asked => asked.Trim()).Where(asked => !Is(asked))];
        return kept.Length == 0 ? "" : $"{mark.Groups["head"].Value}{string.Join('｜', kept)}{mark.Groups["end"].Value}";
    }));

    private bool Is(string question) => _questions.Contains(question.Trim()) || traces.CopiedIn(question);

    private string Nameless(string text) => names.Aggregate(text, (said, name) => name.Without(said));

    [GeneratedRegex(@"(?<head><!-- 也这样问：)(?<asked>.*?)(?<end> -->\n?)")]
    private static partial Regex Asked();
}
