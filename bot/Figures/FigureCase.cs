using Bot.Tickets;

namespace Bot.Figures;

/// <summary>What the figures know of one ticket: derived from the ticket and its history, never typed, and without a name of anybody.</summary>
public sealed class FigureCase
{
    /// <summary>Of the ticket.</summary>
    public int Number { get; set; }

    /// <summary>Of the ticket when this was derived.</summary>
    public int Version { get; set; }

    /// <summary>Group of the first report.</summary>
    public required string Group { get; set; }
    public Category Category { get; set; }
    public required string Topic { get; set; }
    public string? Place { get; set; }
    public Urgency Urgency { get; set; }
    public Marks Marks { get; set; }

    /// <summary>On the community's calendar.</summary>
    public DateOnly OpenedDay { get; set; }

    /// <summary>Day of the last 办好, or of the end without one; null while there was neither.</summary>
    public DateOnly? DoneDay { get; set; }

    /// <summary>Until when a person must have spoken first.</summary>
    public DateTimeOffset RespondBy { get; set; }

    /// <summary>From when an open one is 超时: a word that was promised, or its end; far away while neither is owed. Null once it is not open.</summary>
    public DateTimeOffset? PromisedAt { get; set; }

    /// <summary>From the report to the first contact.</summary>
    public int? MinutesToContact { get; set; }

    /// <summary>From the report to the last 办好.</summary>
    public int? MinutesToDone { get; set; }
}
