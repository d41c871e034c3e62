namespace Bot.Tickets;

/// <summary>What a resident says of a matter already raised.</summary>
public enum FollowUp { Urge, NotFixed, Worse, Relapse, Verified, Withdrawn, Update, HalfDone, Satisfied, Mostly, Unsatisfied }

/// <summary>What staff say of a matter in the group.</summary>
public enum StaffWord
{
    Progress,

    /// <summary>"修好了": offered to the worker as one tap.</summary>
    Done,
}
