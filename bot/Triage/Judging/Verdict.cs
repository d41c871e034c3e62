using Bot.Triage.Incidents;
using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>What is to be done because of a message.</summary>
public enum Act
{
    Silence,

    /// <summary>Uncertain: waits for a person, without ticket or words.</summary>
    Review,
    Open,

    /// <summary>Another report of, or a detail to, a known matter.</summary>
    Join,

    /// <summary>Speaks of a known matter: progress, urging, thanks for the repair.</summary>
    FollowUp,

    /// <summary>A question for the documents or a person.</summary>
    Ask,

    /// <summary>Takes up a need somebody posted.</summary>
    Claim,

    /// <summary>Wants a human: the owner of the sender's ticket, or a person of the grid.</summary>
    Call,

    /// <summary>Told that what is seen is the announced drill.</summary>
    Drill,

    /// <summary>The bot was called by name and nothing else fits.</summary>
    Named,
}

/// <summary>What was decided of one message, before tickets and replies exist.</summary>
/// <param name="Matter">The matter it states or belongs to; shared by the fragments of one burst.</param>
/// <param name="Incident">The known matter it joins or speaks of.</param>
/// <param name="Speaks">Whether the rules of speech want a reply on this message.</param>
/// <param name="Pointed">Whether the known matter is named by number or by a quote.</param>
/// <param name="Reason">For people: what was matched.</param>
public sealed record Verdict(
    Finding Finding,
    Kind Kind,
    Act Act,
    double Confidence,
    string Reason,
    Intent Intent = Intent.None,
    Matter? Matter = null,
    Incident? Incident = null,
    bool Speaks = false,
    bool Pointed = false)
{
    public bool IsOpener => Matter is not null && ReferenceEquals(Matter.Opener, Finding);
}
