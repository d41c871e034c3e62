using Bot.Console.Parts;
using Bot.Tickets;

namespace Bot.Console.Review;

/// <summary>Something that waits for a person: a captured ticket, or a message the bot was not sure of.</summary>
/// <param name="Act">The address its actions are posted below: "/console/tickets/327".</param>
/// <param name="Opener">Seq of the message it is about, whose page says why; null where none is known.</param>
/// <param name="More">How many further messages the ticket has than are shown.</param>
public sealed record ReviewCard(
    string Act,
    int? Number,
    string? Matter,
    int Version,
    IReadOnlyList<SaidMessage> Said,
    int More,
    Guess Guess,
    DateTimeOffset At,
    IReadOnlyList<LookAlike> LookAlikes,
    long? Opener = null)
{
    /// <summary>Whether it is a ticket of which nobody knows where it is.</summary>
    public bool IsPlaceUnknown { get; init; }

    public bool IsPrivate { get; init; }

    /// <summary>When a person asked the group where it is.</summary>
    public DateTimeOffset? PlaceAskedAt { get; init; }

    /// <summary>Unique on the page; also the anchor to come back to.</summary>
    public string Id => Act.Replace("/console/", "", StringComparison.Ordinal).Replace('/', '-');

    public bool IsEmergency => Guess.Urgency == Urgency.Emergency;
}

/// <param name="Total">How many wait in all; <paramref name="Cards"/> are the first of them.</param>
/// <param name="Aside">How many messages triage failed on and set apart.</param>
/// <param name="LastHeard">When a resident last said something that counts; null while nobody has.</param>
public sealed record ReviewModel(IReadOnlyList<ReviewCard> Cards, int Total, DateTimeOffset? LastHeard, int Aside);
