using System.ComponentModel.DataAnnotations;

namespace Bot.Open311;

/// <summary>A system that may ask.</summary>
public sealed class ClientOptions
{
    /// <summary>What it names as api_key. Kept in memory, shown and logged nowhere.</summary>
    [MinLength(32, ErrorMessage = "至少 32 个字符，可用 openssl rand -hex 32 生成")]
    public string? ApiKey { get; set; }

    /// <summary>Its name for people, as on what it files: "12345 热线"; null is its id.</summary>
    public string? Label { get; set; }

    /// <summary>Names of the groups whose tickets it reads and files, separated by commas; null for the whole community.</summary>
    public string? Groups { get; set; }

    /// <summary>Whether it may file; else it only reads.</summary>
    public bool Files { get; set; } = true;
}
