namespace Bot.Messaging.Privacy;

/// <summary>Somebody who said 不要记录我: nothing of what they say on the channel is stored.</summary>
public sealed class UnrecordedSender
{
    public required string Channel { get; set; }

    /// <summary>The name their messages would carry.</summary>
    public required string Sender { get; set; }
    public DateTimeOffset Since { get; set; }
}
