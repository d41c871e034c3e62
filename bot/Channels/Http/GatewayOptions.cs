using System.ComponentModel.DataAnnotations;
using Bot.Messaging;
using Bot.Storage;

namespace Bot.Channels.Http;

/// <summary>A gateway that carries a group chat here and back.</summary>
public sealed class GatewayOptions
{
    /// <summary>Signs in both directions. Kept in memory, shown and logged nowhere.</summary>
    [MinLength(32, ErrorMessage = "至少 32 个字符，可用 openssl rand -hex 32 生成")]
    public string? Secret { get; set; }

    /// <summary>Where what the bot says is posted; null for a gateway that only hears, and then replies are drafts to copy.</summary>
    [SafeAddress("https://gateway.example.org/said")]
    public string? Callback { get; set; }

    /// <summary>Its name for people; null is its id.</summary>
    public string? Label { get; set; }

    public Hearing Hears { get; set; } = Hearing.All;

    /// <summary>Whether it takes back what was said.</summary>
    public bool Recalls { get; set; }

    /// <summary>The longest message it takes, in UTF-8 bytes; null for any length.</summary>
    [Range(200, 1_000_000)]
    public int? MostBytes { get; set; }
}
