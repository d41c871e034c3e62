using Bot.Storage;

namespace Bot.Channels.BotFramework;

/// <summary>A bot registered with the Bot Framework. Off without an id.</summary>
public sealed class BotFrameworkOptions
{
    public const string Section = "Channels:BotFramework";

    /// <summary>What the registration calls this bot.</summary>
    public string? AppId { get; set; }

    /// <summary>Kept in memory, shown and logged nowhere.</summary>
    public string? AppSecret { get; set; }

    /// <summary>Where the keys of the channels are announced.</summary>
    [SafeAddress("https://login.botframework.com/v1/.well-known/openidconfiguration")]
    public string Metadata { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Who signs what comes in.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Where this bot gets its own token.</summary>
    [SafeAddress("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token")]
    public string TokenUrl { get; set; } = "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token";

    public string Scope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>Addresses that are answered besides those that a validated token names, separated by spaces.</summary>
    public string? ServiceUrls { get; set; }

    /// <summary>The organisation in Teams whose people are written to; sent when a private conversation is begun. Null: not said.</summary>
    public string? Tenant { get; set; }

    /// <summary>Takes what nobody signed; only on this machine, for trying things.</summary>
    public bool AllowAnonymous { get; set; }

    public bool IsOn => !string.IsNullOrEmpty(AppId) || AllowAnonymous;

    /// <summary>Whether the bot's own token may go there.</summary>
    internal bool MayAnswer(string serviceUrl) => serviceUrl.StartsWith("https://", StringComparison.Ordinal) || Names(serviceUrl);

    internal bool Names(string? serviceUrl) => serviceUrl is not null && (ServiceUrls ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(serviceUrl, StringComparer.Ordinal);
}
