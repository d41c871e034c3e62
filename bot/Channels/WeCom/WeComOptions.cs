using System.ComponentModel.DataAnnotations;
using Bot.Storage;

namespace Bot.Channels.WeCom;

/// <summary>What chat_type a push says; pages of the vendor differ about it.</summary>
public enum ChatType
{
    /// <summary>None: as the vendor's own client does.</summary>
    Omitted,

    /// <summary>0: the vendor finds out.</summary>
    Automatic,

    /// <summary>1 for a person, 2 for a group.</summary>
    Stated,
}

public enum WebhookFormat { Text, Markdown }

/// <summary>Section <c>Channels:WeCom</c>: one bot, its long connection or its callback, and webhooks of groups. Off while nothing of it is set.</summary>
public sealed class WeComOptions
{
    public const string Section = "Channels:WeCom";

    /// <summary>Of the bot; with <see cref="Secret"/> it keeps a long connection.</summary>
    public string? BotId { get; set; }

    /// <summary>Shown and logged nowhere.</summary>
    public string? Secret { get; set; }

    [SafeSocket]
    public string Gateway { get; set; } = "wss://openws.work.weixin.qq.com";

    /// <summary>Of the callback, with <see cref="EncodingAesKey"/>. Shown and logged nowhere.</summary>
    public string? Token { get; set; }

    [EncodingKey]
    public string? EncodingAesKey { get; set; }

    /// <summary>What the bot is called there, so that its name is recognised where several are called.</summary>
    public string? BotName { get; set; }

    public ChatType ChatType { get; set; } = ChatType.Omitted;

    /// <summary>Where webhooks are, and the only place where a reply address may lie.</summary>
    [Required, SafeAddress("https://qyapi.weixin.qq.com")]
    public string Api { get; set; } = "https://qyapi.weixin.qq.com";

    /// <summary>Name of the group to the key of its webhook. Shown and logged nowhere.</summary>
    public Dictionary<string, string> Webhooks { get; } = new(StringComparer.Ordinal);

    public WebhookFormat WebhookFormat { get; set; } = WebhookFormat.Text;

    public bool Connects => Has(BotId) && Has(Secret);

    public bool IsCalled => Has(Token) && Has(EncodingAesKey);

    public bool Hears => Connects || IsCalled;

    public bool IsOn => Has(BotId) || Has(Secret) || Has(Token) || Has(EncodingAesKey) || Webhooks.Count > 0;

    internal static bool Has(string? value) => !string.IsNullOrWhiteSpace(value);
}
