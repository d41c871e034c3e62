namespace Bot.Figures;

/// <summary>What is true of a case. Every number of the figures counts the cases with some of these, and its list shows the same.</summary>
[Flags]
public enum Marks
{
    None = 0,

    /// <summary>Rejected or merged away: no case at all.</summary>
    NoCase = 1 << 0,
    Open = 1 << 1,

    /// <summary>Open, and what was promised has passed without a word, or it had to be done by now.</summary>
    Overdue = 1 << 2,

    /// <summary>A first answer was due: it was given, or its time has passed.</summary>
    Due = 1 << 3,

    /// <summary>A person has spoken with whoever reported it.</summary>
    Contacted = 1 << 4,
    InTime = 1 << 5,

    /// <summary>办好.</summary>
    Done = 1 << 6,

    /// <summary>回访: after 办好 somebody answered, or was spoken with.</summary>
    FollowedUp = 1 << 7,

    /// <summary>Whoever was asked said how it is: 好了, 没好 or 好了一半.</summary>
    Answered = 1 << 8,

    /// <summary>They said 好了.</summary>
    Good = 1 << 9,

    /// <summary>Nobody answered; it counts as verified by the lapse of days, and not as 好了.</summary>
    Silent = 1 << 10,
    Rated = 1 << 11,

    /// <summary>满意 or 基本满意 by everyone who rated it.</summary>
    Content = 1 << 12,
    Reopened = 1 << 13,

    /// <summary>办结 without a fix.</summary>
    Unfixed = 1 << 14,

    /// <summary>A rating that two people agreed to leave out.</summary>
    Excluded = 1 << 15,

    /// <summary>The same place and topic as an earlier one.</summary>
    Recurs = 1 << 16,
    Private = 1 << 17,
    Escalated = 1 << 18,
}
