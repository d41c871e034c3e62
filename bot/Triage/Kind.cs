namespace Bot.Triage;

/// <summary>What a message is.</summary>
public enum Kind { Issue, Emergency, Question, Offer, Followup, Thanks, Chat, Ad, Notice }

/// <summary>
/// What a message does to a matter. For issues and emergencies: <see cref="Report"/>, <see cref="MeToo"/>, <see cref="Detail"/>;
/// for follow-ups: <see cref="Urge"/> to <see cref="Update"/>; for offers: <see cref="Claim"/>, <see cref="Volunteer"/>;
/// for questions: <see cref="None"/>, <see cref="Neighbour"/>, <see cref="Desk"/>.
/// </summary>
public enum Intent
{
    None, Report, MeToo, Detail,
    Urge, NotFixed, Worse, Relapse, Verified, Withdrawn, Progress, Update,
    Claim, Volunteer,

    /// <summary>A question to a neighbour ("谁家有梯子借一下"), never for the bot to answer.</summary>
    Neighbour,

    /// <summary>Its pair in the corpus: a question to those who know the rules, to learn the difference from.</summary>
    Desk,

    /// <summary>Not labelled.</summary>
    Unknown,
}
