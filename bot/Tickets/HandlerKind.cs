namespace Bot.Tickets;

/// <summary>What the assignee is.</summary>
public enum HandlerKind
{
    /// <summary>A person of the community.</summary>
    Person,

    /// <summary>物业.</summary>
    Property,

    /// <summary>共建单位.</summary>
    Partner,

    /// <summary>Anyone else outside the directory: a water works, a repair firm.</summary>
    Outside,
}
