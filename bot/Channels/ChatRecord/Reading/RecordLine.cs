using Bot.Messaging;

namespace Bot.Channels.ChatRecord.Reading;

public enum LineKind
{
    Message,

    /// <summary>A message that was taken back, without its text, or the line that says so.</summary>
    Recall,

    /// <summary>Not said by anyone: who joined, red packets, dates between the messages.</summary>
    System,

    /// <summary>Nobody knows who said it.</summary>
    Unreadable,
}

/// <summary>What one or more lines of a record come to; every line that holds anything belongs to exactly one.</summary>
/// <param name="Number">Number of its first line, from 1.</param>
/// <param name="LastNumber">Number of its last line.</param>
/// <param name="At">Null where the record does not tell.</param>
/// <param name="Sender">Empty where nobody speaks.</param>
public sealed record RecordLine(int Number, int LastNumber, SaidAt? At, string Sender, string Text, LineKind Kind)
{
    /// <summary>Words of the message it answers.</summary>
    public string? Quoted { get; init; }

    public string? QuotedSender { get; init; }

    /// <summary>The role a record of our own form gives the sender.</summary>
    public SenderRole? Role { get; init; }

    /// <summary>Id in a record of our own form.</summary>
    public string? Id { get; init; }

    /// <summary>Id of the message it answers, in a record of our own form.</summary>
    public string? ReplyTo { get; init; }
}

/// <summary>When something was said on the community's wall clock, as far as the record tells.</summary>
/// <param name="Day">Null where only the hour is told.</param>
public sealed record SaidAt(DateOnly? Day, TimeOnly Clock, bool HasSeconds);
