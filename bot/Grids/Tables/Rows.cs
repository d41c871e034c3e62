namespace Bot.Grids.Tables;

/// <summary>The one row that says an (even empty) community was set up here.</summary>
internal sealed class CommunityRow
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;
    public string? Name { get; set; }
    public IReadOnlyList<string> BotNames { get; set; } = [];
    public bool IsSample { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}

internal abstract class DirectoryRow
{
    public required string Name { get; set; }

    /// <summary>Place in the file it came from.</summary>
    public int Position { get; set; }
}

internal sealed class GroupRow : DirectoryRow
{
    public string? Compound { get; set; }
}

internal sealed class CompoundRow : DirectoryRow
{
    public IReadOnlyList<string> Alias { get; set; } = [];
    public required string Style { get; set; }
}

internal sealed class BuildingRow : DirectoryRow
{
    public required string Compound { get; set; }
    public IReadOnlyList<string> Units { get; set; } = [];
}

internal sealed class GridRow : DirectoryRow
{
    public IReadOnlyList<string> Groups { get; set; } = [];
    public string? Lead { get; set; }
    public string? Backup { get; set; }
    public IReadOnlyList<string> Places { get; set; } = [];
}

internal sealed class MicroGridRow : DirectoryRow
{
    public required string Grid { get; set; }
    public string? Lead { get; set; }
    public IReadOnlyList<string> Places { get; set; } = [];
}

internal sealed class PartnerRow : DirectoryRow
{
    public required string Kind { get; set; }
    public string? For { get; set; }
    public IReadOnlyList<string> Topics { get; set; } = [];
    public IReadOnlyList<string> Compounds { get; set; } = [];
    public string? Phone { get; set; }
    public string? Contact { get; set; }
}

internal sealed class PersonRow : DirectoryRow
{
    public required string Role { get; set; }
    public string? Title { get; set; }
    public IReadOnlyList<string> Groups { get; set; } = [];
    public string? Phone { get; set; }
    public string? Account { get; set; }
}

internal sealed class DutyShiftRow
{
    public int Id { get; set; }
    public required string Grid { get; set; }
    public required string Person { get; set; }
    public IReadOnlyList<int> Days { get; set; } = [];
    public required string From { get; set; }
    public required string To { get; set; }
}

internal sealed class DutyChangeRow
{
    public int Id { get; set; }
    public required string Grid { get; set; }
    public required string Person { get; set; }
    public DateTimeOffset From { get; set; }
    public DateTimeOffset Until { get; set; }
    public string? Note { get; set; }
    public string? By { get; set; }
}
