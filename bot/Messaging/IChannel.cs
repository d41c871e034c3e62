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

    /// <summary>Says it; <see cref="OutboxMessage.Key"/> is the idempotency key. Never throws for a refusal.</summary>
    Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken);
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
public sealed record SendResult(SendOutcome Outcome, string? Error = null);
