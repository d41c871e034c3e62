namespace Bot.Triage;

/// <summary>What a message is.</summary>
public enum Kind { Issue, Emergency, Question, Offer, Followup, Thanks, Chat, Ad, Notice }

/// <summary>
/// What a message does to a matter. For issues and emergencies: <see cref="Report"/>, <see cref="MeToo"/>, <see cref="Detail"/>;
/// for follow-ups: <see cref="Urge"/> to <see cref="Update"/>; for offers: <see cref="Claim"/>, <see cref="Volunteer"/>.
/// </summary>
public enum Intent
{
    None, Report, MeToo, Detail,
    Urge, NotFixed, Worse, Relapse, Verified, Withdrawn, Progress, Update,
    Claim, Volunteer,
}
