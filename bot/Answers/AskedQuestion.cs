namespace Bot.Answers;

/// <summary>A question of the group and what became of it; written in the transaction of the reply.</summary>
public sealed class AskedQuestion
{
    public long Id { get; set; }
    public required string Question { get; set; }

    /// <summary>Nickname in the group.</summary>
    public required string Asker { get; set; }
    public required string Group { get; set; }
    public required string Channel { get; set; }
    public required string Conversation { get; set; }
    public required string MessageId { get; set; }
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>Whether the documents said something to it.</summary>
    public bool Answered { get; set; }

    /// <summary>Whether it asked after somebody's own case, which documents cannot know.</summary>
    public bool IsPersonal { get; set; }

    /// <summary>How sure the knowledge base was; null when it was not asked.</summary>
    public double? Confidence { get; set; }
    public string? Document { get; set; }

    /// <summary>The document's title at that time.</summary>
    public string? Title { get; set; }
    public string? Section { get; set; }
    public string? Quote { get; set; }

    /// <summary>Another document that says otherwise; null when none does.</summary>
    public string? OtherDocument { get; set; }
    public string? OtherQuote { get; set; }

    /// <summary>What the group heard.</summary>
    public required string Reply { get; set; }

    /// <summary>Number under which it was handed to a person.</summary>
    public int? HandOff { get; set; }
}
