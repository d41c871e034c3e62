using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library.Checks;

/// <summary>Keeps regression questions; one that is known gets what is expected of it anew.</summary>
public sealed record AddChecks(IReadOnlyList<AskedCheck> Questions, string By);

public sealed class AddChecksHandler(WriteQueue writes, TimeProvider clock)
{
    public const int Most = 2000;
    public const int LongestQuestion = 300;

    /// <returns>How many are new and how many were changed; null when there would be too many.</returns>
    public Task<(int Added, int Changed)?> HandleAsync(AddChecks command, CancellationToken cancellationToken) => writes.RunAsync<(int, int)?>(async (db, token) =>
    {
        List<CheckQuestion> known = await db.Set<CheckQuestion>().AsTracking().ToListAsync(token);
        Dictionary<(string, string?), CheckQuestion> byQuestion = known.DistinctBy(check => (check.Question, check.Group))
            .ToDictionary(check => (check.Question, check.Group));
        int changed = 0;
        foreach (AskedCheck asked in command.Questions)
        {
            // nobody's number may be kept because it stood in a question
            string question = Clean(asked.Question);
            if (question.Length == 0) { continue; }
            if (byQuestion.TryGetValue((question, asked.Group), out CheckQuestion? check))
            {
                changed += check.Document == asked.Document ? 0 : 1;
                check.Document = asked.Document;
                continue;
            }
            check = new CheckQuestion { Question = question, Document = asked.Document, Group = asked.Group, AddedAt = clock.GetUtcNow(), AddedBy = command.By };
            byQuestion.Add((question, asked.Group), check);
            db.Add(check);
        }
        if (byQuestion.Count > Most)
        {
            db.ChangeTracker.Clear();
            return null;
        }
        return (byQuestion.Count - known.Count, changed);
    }, cancellationToken);

    public static string Clean(string question)
    {
        string said = PersonalNumbers.Mask(string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return said.Length > LongestQuestion ? said[..LongestQuestion] : said;
    }
}
