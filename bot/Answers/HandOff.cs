namespace Bot.Answers;

public enum HandOffState { Waiting, Answered, Dismissed }

/// <summary>A question the documents do not answer, handed to a person ("问12号").</summary>
public sealed class HandOff
{
    public int Number { get; set; }
    public required string Question { get; set; }

    /// <summary>Nickname in the group.</summary>
    public required string Asker { get; set; }
    public required string Group { get; set; }

    /// <summary>With <see cref="Conversation"/> and <see cref="MessageId"/>: what is needed to quote the question.</summary>
    public required string Channel { get; set; }
    public required string Conversation { get; set; }
    public required string MessageId { get; set; }

    /// <summary>Name of the person who will answer; null without anyone in the directory.</summary>
    public string? Owner { get; set; }
    public DateTimeOffset AskedAt { get; set; }
    public DateTimeOffset DueAt { get; set; }
    public HandOffState State { get; set; }
    public string? Answer { get; set; }
    public string? AnsweredBy { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; set; }
}
