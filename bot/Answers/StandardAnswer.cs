using Bot.Messaging;
using Knowledge;

namespace Bot.Answers;

/// <summary>标准答复: a person's answer as a document of its own, so that the same question is answered next time. Pure.</summary>
internal static class StandardAnswer
{
    public const int QuestionLength = 60;

    /// <param name="question">As the person wants it kept; the question as asked when nothing is left of it.</param>
    public static Document Of(HandOff item, string question, string? community, DateOnly today)
    {
        string title = new[] { Clean(question), Clean(item.Question), $"问{item.Number}号" }.First(each => each.Length > 0);
        DocumentHeader header = new(title, Issuer: community, Effective: today, Contact: item.AnsweredBy);
        return new Document($"标准答复/问{item.Number}号", header, item.Answer! + "\n");
    }

    /// <summary>One line without anybody's telephone or number.</summary>
    public static string Clean(string question) =>
        SafeWords.Clean(PersonalNumbers.Mask(string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))), QuestionLength);
}
