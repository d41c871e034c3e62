namespace Bot.Tickets;

/// <summary>By whose word a ticket counts as 核验; a silence is never counted as a resident's word.</summary>
public enum Verification
{
    None,

    /// <summary>A resident said so in the group.</summary>
    Resident,

    /// <summary>A person took a resident's word, by phone or at the door.</summary>
    Told,

    /// <summary>A second person of staff looked.</summary>
    Second,

    /// <summary>Nobody objected for some days.</summary>
    Silence,
}
