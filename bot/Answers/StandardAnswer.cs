using Bot.Answers.Library;
using Bot.Messaging;
using Knowledge;

namespace Bot.Answers;

/// <summary>标准答复: a person's answer as a document of its own, so that the same question is answered next time. Pure.</summary>
internal static class StandardAnswer
{
    public const int QuestionLength = 60;

    /// <param name="items">The questions it answered; the other words in which it was asked are kept beside the first.</param>
    /// <param name="question">As the person wants it kept; the question as asked when nothing is left of it.</param>
    public static Document Of(IReadOnlyList<HandOff> items, string question, string? community, DateOnly today)
    {
        HandOff first = items[0];
        string title = new[] { Clean(question), Clean(first.Question), $"问{first.Number}号" }.First(each => each.Length > 0);
        DocumentHeader header = new(title, Issuer: community, Effective: today, Contact: first.AnsweredBy);
        Document plain = new($"{SaveStandardAnswerHandler.Folder}问{first.Number}号", header, first.Answer! + "\n");
        return PassageEditor.Ask(plain, 0, string.Join('\n', Similar(items, title))) ?? plain;
    }

    /// <summary>The same as a row that answers at once.</summary>
    public static ShelfDocument Row(IReadOnlyList<HandOff> items, string question, string? community, DateOnly today, string by, DateTimeOffset at)
    {
        ShelfDocument row = ShelfDocument.Of(Of(items, question, community, today), ShelfOrigin.Answer, ShelfState.Active, by, at);
        foreach (HandOff item in items) { item.KeptAs = row.Name; }
        return row;
    }

    /// <summary>The other words in which it was asked.</summary>
    public static IReadOnlyList<string> Similar(IReadOnlyList<HandOff> items, string title) =>
        [.. items.Select(item => Clean(item.Question).Replace('｜', ' ')).Where(asked => asked.Length > 0 && asked != title).Distinct()];

    /// <summary>One line without anybody's telephone or number.</summary>
    public static string Clean(string question) =>
        SafeWords.Clean(PersonalNumbers.Mask(string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))), QuestionLength);
}
