namespace Bot.Messaging.Members;

/// <summary>Somebody as a channel knows them, under the name their messages carry.</summary>
public sealed class Member
{
    public long Id { get; set; }
    public required string Channel { get; set; }

    /// <summary>The channel's id; unique within the channel, opaque.</summary>
    public required string ExternalId { get; set; }

    /// <summary><see cref="Message.Sender"/> of what they say; unique within the channel, never that of a worker of the directory unless they are one.</summary>
    public required string Name { get; set; }

    /// <summary>Who of the directory it is, once a person has said so; their role follows from it.</summary>
    public string? Person { get; set; }

    public DateTimeOffset FirstHeardAt { get; set; }
}
