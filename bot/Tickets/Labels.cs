namespace Bot.Tickets;

/// <summary>The five boards (五大板块) of a community's needs.</summary>
public enum Category
{
    /// <summary>生活便民</summary>
    Living,

    /// <summary>环境提升</summary>
    Environment,

    /// <summary>精准救助</summary>
    Relief,

    /// <summary>健康医疗</summary>
    Health,

    /// <summary>政策咨询</summary>
    Policy,
}

/// <summary>How soon someone must act; the order is from least to most urgent.</summary>
public enum Urgency { Low, Normal, High, Emergency }
