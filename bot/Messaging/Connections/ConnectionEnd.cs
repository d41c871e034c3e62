namespace Bot.Messaging.Connections;

public enum EndReason
{
    /// <summary>Broken, or the vendor asks to come again.</summary>
    Lost,

    /// <summary>The vendor does not believe who we are. Tried again only a few times.</summary>
    Denied,

    /// <summary>Another program took the connection over, or the vendor forbids it for good. Not tried again by itself: two would take it from each other for ever.</summary>
    Displaced,
}

/// <summary>Why a long connection ended.</summary>
/// <param name="Words">For people, without secrets: "网络断了".</param>
/// <param name="After">How long the vendor asks to wait before the next try.</param>
public sealed record ConnectionEnd(EndReason Reason, string Words, TimeSpan? After = null);
