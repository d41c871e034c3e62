using System.ComponentModel.DataAnnotations;

namespace Bot.Backups;

public sealed class BackupsOptions
{
    public const string Section = "Backups";

    /// <summary>Hour of the community's wall clock at which the daily backup is made.</summary>
    [Range(0, 23)]
    public int Hour { get; set; } = 3;

    /// <summary>How many whole backups are kept.</summary>
    [Range(1, 365)]
    public int Keep { get; set; } = 7;

    /// <summary>Where they are kept; a relative path is taken from the data folder.</summary>
    public string? Folder { get; set; }
}
