using System.Text.RegularExpressions;
using Bot.Messaging;

namespace Bot.Answers;

public enum HandOffState { Waiting, Answered, Dismissed }

/// <summary>A question the documents do not answer, handed to a person ("问12号").</summary>
public sealed partial class HandOff
{
    /// <summary>Longest answer that fits the group.</summary>
    public const int AnswerLength = 80;

    private const int MostAdded = 500;

    public int Number { get; set; }

    /// <summary>Number of the first question that asked the same; its own where none did.</summary>
    public int Matter { get; set; }
    public required string Question { get; set; }

    /// <summary>What the asker said to it later, a line each; null when nothing.</summary>
    public string? Added { get; set; }

    /// <summary>Nickname in the group.</summary>
    public required string Asker { get; set; }
    public required string Group { get; set; }

    /// <summary>With <see cref="Conversation"/> and <see cref="MessageId"/>: what is needed to quote the question.</summary>
    public required string Channel { get; set; }
    public required string Conversation { get; set; }
    public required string MessageId { get; set; }

    /// <summary>Name of the person who will answer; null without anyone in the directory.</summary>
    public string? Owner { get; set; }
    public DateTimeOffset AskedAt { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public HandOffState State { get; set; }
    public string? Answer { get; set; }

    /// <summary>Why it was dismissed.</summary>
    public string? Reason { get; set; }
    public string? AnsweredBy { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Name of the document that keeps the answer; null when it is not in the knowledge base.</summary>
    public string? KeptAs { get; set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; set; }

    /// <summary>A person answers; null when done, else why not.</summary>
    public string? Reply(string answer, string by, DateTimeOffset at)
    {
        if (State != HandOffState.Waiting) { return Over(); }
        if (string.IsNullOrWhiteSpace(answer)) { return "请写上答复"; }
        if (SafeWords.Length(answer.Trim()) > AnswerLength) { return $"答复请写在{AnswerLength}字以内，长的分几次说或请对方私下问"; }
        if (SafeWords.HasIdNumber(answer)) { return "答复里有身份证号，不能发到群里，请去掉"; }
        Answer = answer.Trim();
        End(HandOffState.Answered, by, at);
        return null;
    }

    /// <summary>It needs no answer in the group; null when done, else why not.</summary>
    public string? Dismiss(string? reason, string by, DateTimeOffset at)
    {
        if (State != HandOffState.Waiting) { return Over(); }
        Reason = reason;
        End(HandOffState.Dismissed, by, at);
        return null;
    }

    /// <summary>The asker goes on asking; what was read before on a page is out of date then.</summary>
    public void Add(string words)
    {
        Added = Added is null ? words : $"{Added}\n{words}";
        Version++;
    }

    /// <summary>The asker took back something they said to it later.</summary>
    /// <returns>Whether it was here.</returns>
    public bool Forget(string words)
    {
        string[] lines = Added?.Split('\n') ?? [];
        string[] own = [.. words.Split('\n').Append(words).Select(Bare)];
        // where the mention ends nobody can tell without a blank
        string? called = words.Contains('@') ? string.Concat(words.Where(char.IsLetterOrDigit)) : null;
        string[] kept = [.. lines.Where(line => !PiecesOf(line).Select(Bare).Any(piece => piece.Length > 0 && (own.Contains(piece) || called?.EndsWith(piece, StringComparison.Ordinal) == true)))];
        if (kept.Length == lines.Length) { return false; }
        Added = kept.Length == 0 ? null : string.Join('\n', kept);
        Version++;
        return true;
    }

    // a line is what was said, or several messages side by side, and may begin with the subject they go on from
    private static IEnumerable<string> PiecesOf(string line)
    {
        string said = line[(line.IndexOf(FollowUps.Mark) + 1)..];
        return [line, said, .. said.Split(' ')];
    }

    private static string Bare(string said) => string.Concat(Calls().Replace(said, "").Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"^\s*「[^「」]*」|@[^\s@]+")]
    private static partial Regex Calls();

    /// <summary>Whether what its asker says now can wait for the same answer.</summary>
    public bool Takes(NewQuestion question, DateTimeOffset now) =>
        State == HandOffState.Waiting && Asker == question.Asker && Group == question.Group && DueAt > now && (Added?.Length ?? 0) < MostAdded;

    /// <summary>Somebody else answers; null when done, else why not.</summary>
    public string? Assign(string owner)
    {
        if (State != HandOffState.Waiting) { return Over(); }
        Owner = owner;
        Version++;
        return null;
    }

    /// <summary>It was dismissed and waits again; null when done, else why not.</summary>
    public string? Reopen()
    {
        if (State != HandOffState.Dismissed) { return State == HandOffState.Waiting ? $"问{Number}号正等人答" : Over(); }
        (State, Reason, AnsweredBy, AnsweredAt) = (HandOffState.Waiting, null, null, null);
        Version++;
        return null;
    }

    private string Over() => $"问{Number}号{(State == HandOffState.Answered ? $"已由{AnsweredBy}答复" : $"已由{AnsweredBy}标为不用答")}";

    private void End(HandOffState state, string by, DateTimeOffset at)
    {
        State = state;
        AnsweredBy = by;
        AnsweredAt = at;
        Version++;
    }
}
