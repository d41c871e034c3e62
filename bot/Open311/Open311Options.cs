using System.ComponentModel.DataAnnotations;

namespace Bot.Open311;

/// <summary>Open311 GeoReport v2: other systems read and file tickets. Off without a client.</summary>
public sealed class Open311Options
{
    public const string Section = "Channels:Open311";

    /// <summary>The systems that may ask, by names of our own: letters, digits and hyphens.</summary>
    public Dictionary<string, ClientOptions> Clients { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether anybody may read what is public without a key. Filing always needs one.</summary>
    public bool ReadWithoutKey { get; set; }

    /// <summary>The one jurisdiction that is served here; null takes any that is named, and none.</summary>
    public string? Jurisdiction { get; set; }

    /// <summary>Most requests of one client within a minute; without a key, of one IPv4 address or IPv6 /64.</summary>
    [Range(1, 100_000)]
    public int PerMinute { get; set; } = 60;

    /// <summary>Most requests within a minute of all without a key together.</summary>
    [Range(1, 100_000)]
    public int PerMinuteWithoutKey { get; set; } = 300;

    public bool IsOn => Clients.Count > 0 || ReadWithoutKey;
}
