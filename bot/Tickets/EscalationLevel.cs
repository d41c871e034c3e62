namespace Bot.Tickets;

/// <summary>Whose matter it is: 小事格内化解, and what is not settled there goes up one level at a time.</summary>
public enum EscalationLevel
{
    /// <summary>微网格 or 网格.</summary>
    Grid,

    /// <summary>网格长.</summary>
    Lead,

    /// <summary>社区.</summary>
    Community,

    /// <summary>街道.</summary>
    Subdistrict,
}
