using System.ComponentModel.DataAnnotations;
using Bot.Channels.Envelopes;
using Bot.Storage;

namespace Bot.Channels.DingTalk;

/// <summary>
/// Section <c>Channels:DingTalk</c>: one application with its bot, heard over Stream connections or by callback, and webhooks of groups.
/// Off while nothing of it is set.
/// </summary>
public sealed class DingTalkOptions
{
    public const string Section = "Channels:DingTalk";

    /// <summary>Of the application, which the vendor also calls AppKey.</summary>
    public string? ClientId { get; set; }

    /// <summary>Shown and logged nowhere.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Of the bot; null where it is the same as <see cref="ClientId"/>.</summary>
    public string? RobotCode { get; set; }

    /// <summary>Whether the bot hears over connections that this program opens.</summary>
    public bool Stream { get; set; } = true;

    /// <summary>How many; each message comes over one of them.</summary>
    [Range(1, 10)]
    public int Connections { get; set; } = 1;

    /// <summary>Whether the bot hears at this program's own address.</summary>
    public bool Callback { get; set; }

    /// <summary>How old the signature of a callback may be.</summary>
    [Range(1, 120)]
    public int SignatureMinutes { get; set; } = 10;

    /// <summary>Of encrypted callbacks, with <see cref="EncodingAesKey"/>. Shown and logged nowhere.</summary>
    public string? Token { get; set; }

    /// <summary>Once it is set, nothing is believed that is not encrypted.</summary>
    [EnvelopeKey]
    public string? EncodingAesKey { get; set; }

    /// <summary>Whom encrypted callbacks are for; null where it is <see cref="ClientId"/>.</summary>
    public string? Receiver { get; set; }

    [Required, SafeAddress("https://api.dingtalk.com")]
    public string Api { get; set; } = "https://api.dingtalk.com";

    /// <summary>Where webhooks are, and the only place where the address of a reply may lie.</summary>
    [Required, SafeAddress("https://oapi.dingtalk.com")]
    public string WebhookApi { get; set; } = "https://oapi.dingtalk.com";

    /// <summary>The longest message in characters where the bot speaks of its own accord; pages of the vendor differ about it.</summary>
    [Range(100, 5000)]
    public int MostCharacters { get; set; } = 450;

    /// <summary>Name of the group to its webhook.</summary>
    public Dictionary<string, GroupWebhookOptions> Webhooks { get; } = new(StringComparer.Ordinal);

    public bool HasApp => Has(ClientId) && Has(ClientSecret);

    public bool Connects => HasApp && Stream;

    public bool IsCalled => HasApp && Callback;

    public bool Hears => Connects || IsCalled;

    public bool IsEncrypted => Has(Token) && Has(EncodingAesKey);

    public bool IsOn => Has(ClientId) || Has(ClientSecret) || Callback || Has(Token) || Has(EncodingAesKey) || Webhooks.Count > 0;

    internal string Robot => Has(RobotCode) ? RobotCode! : ClientId!;

    internal static bool Has(string? value) => !string.IsNullOrWhiteSpace(value);
}

/// <summary>The webhook of a group's own bot.</summary>
public sealed class GroupWebhookOptions
{
    /// <summary>What stands behind access_token= in its address. Shown and logged nowhere.</summary>
    public string? Token { get; set; }

    /// <summary>Of 加签; null where the webhook is protected by words or addresses instead. Shown and logged nowhere.</summary>
    public string? Secret { get; set; }
}

[AttributeUsage(AttributeTargets.Property)]
internal sealed class EnvelopeKeyAttribute() : ValidationAttribute("须是钉钉后台“加密 aes_key”一栏的 43 个字符")
{
    public override bool IsValid(object? value) => value is null or "" || EnvelopeCipher.IsKey(value as string);
}
