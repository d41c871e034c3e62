using Bot.Storage;

namespace Bot.Grids;

public sealed class CommunityOptions
{
    public const string Section = "Community";

    /// <summary>Whether an empty store begins with the invented sample community.</summary>
    public bool Sample { get; set; } = true;

    /// <summary>A directory file imported into an empty store instead of the sample.</summary>
    [ExistingFile]
    public string? Directory { get; set; }

    [TimeZoneName]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>The zone residents and staff live in.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
