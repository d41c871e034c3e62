namespace Bot.Messaging;

/// <summary>What a channel hears of a group.</summary>
public enum Hearing
{
    /// <summary>Every word.</summary>
    All,

    /// <summary>Only messages that name the bot.</summary>
    WhenNamed,

    /// <summary>Nothing: it only speaks.</summary>
    Nothing,
}

/// <summary>What a channel can do. Features ask this and never which vendor it is.</summary>
public sealed record Capabilities(Hearing Hears)
{
    /// <summary>The <see cref="IdempotencyWindow"/> of a channel that never forgets a key.</summary>
    public static readonly TimeSpan ForGood = TimeSpan.MaxValue;

    /// <summary>False for one that only hears: what it is to say waits as a draft for a person to copy.</summary>
    public bool Speaks { get; init; } = true;

    /// <summary>Whether it can say something in a group where nobody has spoken to it lately: notices and results.</summary>
    public bool SpeaksFirst { get; init; } = true;

    /// <summary>For how long sending the same key twice is said once; null where no key is taken.</summary>
    public TimeSpan? IdempotencyWindow { get; init; }

    public bool TakesIdempotencyKey => IdempotencyWindow is not null;

    /// <summary>Whether a person named in a message is called by the channel (@).</summary>
    public bool Mentions { get; init; }

    /// <summary>Whether what it says can quote a message.</summary>
    public bool Quotes { get; init; }

    /// <summary>Whether it can take back what was said. Elsewhere a line of correction follows instead.</summary>
    public bool Recalls { get; init; }

    /// <summary>Whether pictures of residents arrive.</summary>
    public bool Pictures { get; init; }

    /// <summary>Whether it stores what it says among the messages itself; for the others the sender does.</summary>
    public bool KeepsItsWords { get; init; }

    /// <summary>The longest message in UTF-8 bytes; longer ones are said in parts. Null where any length is taken.</summary>
    public int? MostBytes { get; init; }

    /// <summary>The same in characters, for a channel that counts them too.</summary>
    public int? MostCharacters { get; init; }

    /// <summary>How often it may speak.</summary>
    public IReadOnlyList<RateLimit> Limits { get; init; } = [];
}

/// <summary>At most <paramref name="Most"/> messages in any span of <paramref name="Within"/>.</summary>
/// <param name="PerConversation">Counted for each conversation; otherwise for the whole channel.</param>
public sealed record RateLimit(int Most, TimeSpan Within, bool PerConversation);
