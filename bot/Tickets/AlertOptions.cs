using System.ComponentModel.DataAnnotations;

namespace Bot.Tickets;

/// <summary>Section <c>Alerts</c>: how an emergency calls people.</summary>
public sealed class AlertOptions
{
    public const string Section = "Alerts";

    /// <summary>Seconds between two calls that nobody answered.</summary>
    [Range(10, 3600)]
    public int RepeatSeconds { get; set; } = 120;

    /// <summary>Unanswered calls to the grid lead before the backup is called too.</summary>
    [Range(1, 100)]
    public int BackupAfter { get; set; } = 3;

    /// <summary>Unanswered calls to these before the community is called too; after <see cref="BackupAfter"/>.</summary>
    [Range(2, 200)]
    public int CommunityAfter { get; set; } = 6;
}
