using Knowledge;

namespace Bot.Answers;

/// <summary>A question and what the documents say to it.</summary>
/// <param name="IsPersonal">Whether it asks after somebody's own case, which no document knows.</param>
/// <param name="Answer">Null when there was nothing to ask.</param>
public sealed record Considered(string Question, bool IsPersonal, Answer? Answer)
{
    /// <summary>What an answer rests on; null when the documents do not cover the question.</summary>
    public Citation? Source => Answer?.Citations is [var first, ..] ? first : null;

    public bool NeedsPerson => IsPersonal || Source is null;

    internal AskedQuestion Keep(NewQuestion asked, int? handOff, string reply, DateTimeOffset now) => new()
    {
        Question = asked.Question,
        Asker = asked.Asker,
        Group = asked.Group,
        Channel = asked.Channel,
        Conversation = asked.Conversation,
        MessageId = asked.MessageId,
        AskedAt = now,
        Answered = Source is not null,
        IsPersonal = IsPersonal,
        Confidence = Answer?.Confidence,
        Document = Source?.Document,
        Title = Source?.Title,
        Section = Source?.Section,
        Quote = Source?.Quote,
        Reply = reply,
        HandOff = handOff,
    };
}
