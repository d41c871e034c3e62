namespace Bot.Messaging.Pictures;

public enum PictureState
{
    /// <summary>To be fetched.</summary>
    Waiting,

    /// <summary>Checked, cleaned and stored.</summary>
    Kept,

    /// <summary>照片没取到.</summary>
    GivenUp,
}

/// <summary>A picture of a message that a channel heard; its row is written in the commit of the message.</summary>
public sealed class Picture
{
    /// <summary>Of the file and in <see cref="Message.Images"/>; see <see cref="PictureNames"/>.</summary>
    public required string Name { get; set; }
    public required string Channel { get; set; }
    public required string Conversation { get; set; }
    public required string MessageId { get; set; }

    /// <summary>What the channel needs to fetch it; forgotten as soon as it is not needed. A secret.</summary>
    public string? Source { get; set; }
    public PictureState State { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset HeardAt { get; set; }
    public DateTimeOffset NextAt { get; set; }

    /// <summary>Why it was given up, for staff.</summary>
    public string? Reason { get; set; }
}
