namespace Bot.Messaging;

/// <summary>A way out to a chat system. One implementation per vendor, under <c>Channels</c>.</summary>
public interface IChannel
{
    /// <summary>The name messages carry in <see cref="Message.Channel"/>.</summary>
    string Name { get; }

    /// <summary>Its name for people: "企业微信".</summary>
    string Label { get; }

    /// <summary>What it can do; the same for as long as the program runs.</summary>
    Capabilities Capabilities { get; }

    /// <summary>How its long connection stands; null for a channel without one.</summary>
    ConnectionState? Connection => null;

    /// <summary>Tries the connection again now, also where it was given up.</summary>
    /// <returns>False when there is nothing to try: none, or it is up.</returns>
    bool Reconnect() => false;

    /// <summary>Whether that person of the directory can be written to alone, on the private line of this channel.</summary>
    bool Reaches(string person) => false;

    /// <summary>Whether it can speak in that group of the directory although it never heard it.</summary>
    bool Serves(string group) => false;

    /// <summary>Says it; <see cref="OutboxMessage.Key"/> is the idempotency key. Never throws for a refusal.</summary>
    Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// Takes back the message whose id stands in <see cref="OutboxMessage.ReplyTo"/>; a second time changes nothing.
    /// Only where its <see cref="Capabilities.Recalls"/>.
    /// </summary>
    Task<SendResult> RecallAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        Task.FromResult(new SendResult(SendOutcome.Refused, "这个渠道不能撤回"));

    /// <summary>Whether there is somebody to ask.</summary>
    bool CanTest => false;

    /// <summary>Asks the vendor whether the settings are good, without saying anything in a group.</summary>
    /// <returns>Null when they are, else what is wrong, for people and without secrets.</returns>
    Task<string?> TestAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}

/// <param name="Since">Since when it stands so.</param>
/// <param name="Words">For people, without secrets: "已连接", "被另一个程序顶下来了，没有再连".</param>
public sealed record ConnectionState(bool IsUp, DateTimeOffset Since, string Words)
{
    /// <summary>Down, and not tried again until a person says so.</summary>
    public bool IsGivenUp { get; init; }
}

/// <summary>What became of one try to send.</summary>
public enum SendOutcome
{
    Sent,

    /// <summary>Not said; the same words may be tried again.</summary>
    TryLater,
    Refused,
    Unknown,

    /// <summary>Left to a person to say.</summary>
    Draft,
}

/// <param name="Outcome"><see cref="SendOutcome.Unknown"/> when the answer was lost on the way.</param>
/// <param name="Error">For people, without secrets; null when sent.</param>
/// <param name="SentAs">The channel's own id of what was sent; null where it is the key.</param>
public sealed record SendResult(SendOutcome Outcome, string? Error = null, string? SentAs = null)
{
    /// <summary>With <see cref="SendOutcome.TryLater"/>: how long the vendor asks to wait. Such a try does not count against the most tries.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>Whether <see cref="After"/> holds for every conversation of the channel.</summary>
    public bool WholeChannel { get; init; }

    /// <summary>The vendor says: too often.</summary>
    public static SendResult Throttled(TimeSpan after, bool wholeChannel, string error) =>
        new(SendOutcome.TryLater, error) { After = after, WholeChannel = wholeChannel };
}
