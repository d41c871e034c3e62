using System.ComponentModel.DataAnnotations;
using Bot.Grids;

namespace Bot.Notices;

/// <summary>Section <c>Notices</c>: scheduled notices.</summary>
public sealed class NoticeOptions
{
    public const string Section = "Notices";

    /// <summary>Seconds for which what a person sends at once can still be taken back.</summary>
    [Range(0, 600)]
    public int UndoSeconds { get; set; } = 30;

    /// <summary>The zone planned times are meant in; null is the community's own.</summary>
    [TimeZoneName(OrNone = true)]
    public string? TimeZone { get; set; }
}
