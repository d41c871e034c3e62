using Bot.Ai;
using Bot.Tickets;

namespace Bot.Triage.SecondOpinion;

/// <summary>Why the engine's decision was doubtful.</summary>
public enum DoubtSort
{
    /// <summary>It waits in 待审.</summary>
    Unsure,

    /// <summary>A ticket was opened, just so.</summary>
    Opened,

    /// <summary>Nothing was done, just so.</summary>
    Silent,
}

public enum OpinionState
{
    Waiting,

    /// <summary>Answered, and weighed.</summary>
    Given,

    /// <summary>Not to be asked again: failed too often, answered nonsense, grew old, or a person was faster.</summary>
    GivenUp,

    /// <summary>A person took back what was done on it.</summary>
    Undone,
}

/// <summary>What is done on an opinion: these acts and no others.</summary>
public enum OpinionAct { Leave, Open, Join, Dismiss, ToReview }

/// <summary>A doubtful matter, what the model said of it and what was done.</summary>
public sealed class AskedOpinion
{
    /// <summary>Of the message that states the matter.</summary>
    public long MessageSeq { get; set; }

    /// <summary>The further messages of the same breath.</summary>
    public IReadOnlyList<long> Parts { get; set; } = [];
    public DoubtSort Doubt { get; set; }
    public OpinionState State { get; set; }
    public DateTimeOffset NotedAt { get; set; }
    public DateTimeOffset NextAt { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? AskedAt { get; set; }

    /// <summary>What came of the last attempt.</summary>
    public ModelOutcome? Outcome { get; set; }

    /// <summary>Of HTTP; 0 for none.</summary>
    public int Status { get; set; }
    public string? Model { get; set; }

    /// <summary>Name and version of the prompt.</summary>
    public string? Prompt { get; set; }
    public Kind? Kind { get; set; }
    public Category? Category { get; set; }
    public string? Topic { get; set; }
    public Urgency? Urgency { get; set; }
    public bool Opens { get; set; }

    /// <summary>Number of the ticket it is said to belong to.</summary>
    public int? Joins { get; set; }
    public double? Confidence { get; set; }

    /// <summary>The model's own words: shown to workers as such, never said in a group.</summary>
    public string? Reason { get; set; }
    public OpinionAct? Act { get; set; }

    /// <summary>The ticket that was opened or joined.</summary>
    public int? Ticket { get; set; }

    /// <summary>What the engine took the message for.</summary>
    public Kind KindBefore { get; set; }
    public string? UndoneBy { get; set; }

    /// <summary>Whether an opinion could still change anything: no person has decided.</summary>
    public bool IsOpenTo(MessageDecision? decision) => decision is { ReviewedBy: null } && decision.NeedsReview == (Doubt == DoubtSort.Unsure);
}
