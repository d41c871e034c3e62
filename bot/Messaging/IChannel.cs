namespace Bot.Messaging;

/// <summary>A way out to a chat system. One implementation per vendor, under <c>Channels</c>.</summary>
public interface IChannel
{
    /// <summary>The name messages carry in <see cref="Message.Channel"/>.</summary>
    string Name { get; }

    /// <summary>Whether sending the same key twice is said once.</summary>
    bool TakesIdempotencyKey { get; }

    /// <summary>False for one that only hears: what it is to say waits as a draft for a person to copy.</summary>
    bool Speaks => true;

    /// <summary>Whether that person of the directory can be written to alone, on the private line of this channel.</summary>
    bool Reaches(string person) => false;

    /// <summary>Whether it can take back what was said. Elsewhere a line of correction follows instead.</summary>
    bool Recalls => false;

    /// <summary>Says it; <see cref="OutboxMessage.Key"/> is the idempotency key. Never throws for a refusal.</summary>
    Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken);

    /// <summary>Takes back the message whose id stands in <see cref="OutboxMessage.ReplyTo"/>; a second time changes nothing. Only where it <see cref="Recalls"/>.</summary>
    Task<SendResult> RecallAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        Task.FromResult(new SendResult(SendOutcome.Refused, "这个渠道不能撤回"));
}

/// <summary>What became of one try to send.</summary>
public enum SendOutcome
{
    Sent,
    TryLater,
    Refused,
    Unknown,

    /// <summary>Left to a person to say.</summary>
    Draft,
}

/// <param name="Outcome"><see cref="SendOutcome.Unknown"/> when the answer was lost on the way.</param>
/// <param name="Error">For people, without secrets; null when sent.</param>
/// <param name="SentAs">The channel's own id of what was sent; null where it is the key.</param>
public sealed record SendResult(SendOutcome Outcome, string? Error = null, string? SentAs = null);
