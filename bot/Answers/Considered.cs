using Knowledge;

namespace Bot.Answers;

/// <summary>One question and what the documents say to it.</summary>
/// <param name="Answer">Null when there was nothing to ask.</param>
public sealed record AskedPart(string Question, Answer? Answer)
{
    /// <summary>What an answer rests on; null when the documents do not cover the question.</summary>
    public Citation? Source => Answer?.Citations is [var first, ..] ? first : null;
}

/// <summary>What was asked in a row, and what the documents say to it.</summary>
/// <param name="Question">As it was said.</param>
/// <param name="IsPersonal">Whether it asks after somebody's own case, which no document knows.</param>
/// <param name="Parts">Mostly one; more when several questions were asked in a row.</param>
public sealed record Considered(string Question, bool IsPersonal, IReadOnlyList<AskedPart> Parts)
{
    /// <summary>Number of what waits for a person already, from which the asker goes on; null where nothing does.</summary>
    public int? GoesOn { get; init; }

    /// <summary>A model's words for the one source, checked against it; null for the document's own.</summary>
    public string? Worded { get; init; }

    /// <summary>What another document says to the one question, where the two do not agree; null elsewhere.</summary>
    public Citation? Differing => Parts is [var only] ? only.Answer?.Differing : null;

    /// <summary>More do not fit into one message.</summary>
    private const int MostSources = 2;

    /// <summary>What the reply rests on; empty when the documents do not cover the question.</summary>
    public IReadOnlyList<Citation> Sources => IsUndecided ? [] : [.. Distinct(Parts).Take(NeedsPerson ? 1 : MostSources)];

    public bool NeedsPerson => IsPersonal || LeavesOut || IsUndecided;

    /// <summary>Whether two documents do not agree and one message has no room to tell it.</summary>
    public bool IsUndecided => Differing is { } other && Parts[0].Source is { } source && AnswerReplies.Differing(source, other) is null;

    /// <summary>Whether something was asked that the reply does not answer.</summary>
    public bool LeavesOut => Parts.Any(part => part.Source is null) || Distinct(Parts).Count() > MostSources;

    internal IEnumerable<AskedQuestion> Keep(NewQuestion asked, int? handOff, string reply, DateTimeOffset now) => Parts.Select(part => new AskedQuestion
    {
        Question = part.Question,
        Asker = asked.Asker,
        Group = asked.Group,
        Channel = asked.Channel,
        Conversation = asked.Conversation,
        MessageId = asked.MessageId,
        AskedAt = now,
        Answered = part.Source is { } source && Sources.Contains(source),
        IsPersonal = IsPersonal,
        Confidence = part.Answer?.Confidence,
        Document = part.Source?.Document,
        Title = part.Source?.Title,
        Section = part.Source?.Section,
        Quote = part.Source?.Quote,
        OtherDocument = part.Answer?.Differing?.Document,
        OtherQuote = part.Answer?.Differing?.Quote,
        Reply = reply,
        HandOff = IsPersonal || part.Source is not { } answered || !Sources.Contains(answered) ? handOff : null,
    });

    private static IEnumerable<Citation> Distinct(IEnumerable<AskedPart> parts) =>
        parts.Select(part => part.Source).OfType<Citation>().DistinctBy(source => (source.Document, source.Quote));
}
