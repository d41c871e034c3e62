using System.ComponentModel.DataAnnotations;
using Bot.Messaging;
using Bot.Storage;

namespace Bot.Channels.Feishu;

/// <summary>How events arrive; the vendor's console asks for one of the two.</summary>
public enum EventMode
{
    /// <summary>Over a connection that we open: no public address is needed.</summary>
    LongConnection,

    /// <summary>Posted to <c>/channels/feishu</c>.</summary>
    Webhook,
}

/// <summary>Section <c>Channels:Feishu</c>: one app with a bot, and webhooks of bots that groups made themselves. Off while nothing of it is set.</summary>
public sealed class FeishuOptions
{
    public const string Section = "Channels:Feishu";

    public string? AppId { get; set; }

    /// <summary>Shown and logged nowhere.</summary>
    public string? AppSecret { get; set; }

    public EventMode Events { get; set; } = EventMode.LongConnection;

    /// <summary>With <see cref="EventMode.Webhook"/>: what signs and encrypts events. Shown and logged nowhere.</summary>
    public string? EncryptKey { get; set; }

    /// <summary>With <see cref="EventMode.Webhook"/>. Shown and logged nowhere.</summary>
    public string? VerificationToken { get; set; }

    /// <summary>With <see cref="EventMode.Webhook"/>: how old a signed request may be. A message is stored once however often it comes.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "08:00:00")]
    public TimeSpan SignedFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>All where the vendor's console grants every message of a group; otherwise what does not name the bot is not stored.</summary>
    public Hearing Hears { get; set; } = Hearing.WhenNamed;

    /// <summary>Whether the names of groups and people are asked for, which the vendor grants apart; events have none.</summary>
    public bool AskNames { get; set; }

    [Required, SafeAddress("https://open.feishu.cn")]
    public string Api { get; set; } = "https://open.feishu.cn";

    /// <summary>Name of the group to the webhook of a bot that was made in it.</summary>
    public Dictionary<string, FeishuWebhookOptions> Webhooks { get; } = new(StringComparer.Ordinal);

    public bool HasApp => Has(AppId) && Has(AppSecret);

    public bool IsCalled => HasApp && Events == EventMode.Webhook && Has(EncryptKey) && Has(VerificationToken);

    internal static bool Has(string? value) => !string.IsNullOrWhiteSpace(value);
}

/// <summary>The webhook of a bot that was made in a group: one-way.</summary>
public sealed class FeishuWebhookOptions
{
    /// <summary>The last part of its address. Shown and logged nowhere.</summary>
    public string? Key { get; set; }

    /// <summary>With which it is signed; null where the group chose no signature. Shown and logged nowhere.</summary>
    public string? Secret { get; set; }
}
