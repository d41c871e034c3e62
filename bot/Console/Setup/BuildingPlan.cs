using Bot.Grids;

namespace Bot.Console.Setup;

/// <summary>Gathers the rows of the building table into compounds, grids and micro-grids.</summary>
internal sealed class BuildingPlan(CommunityDirectory directory)
{
    private readonly List<(BuildingEntry Entry, string? Grid, string? Micro)> _entries = [];
    private readonly Dictionary<(string Grid, string Micro), string?> _leads = [];

    public void Add(BuildingEntry entry, string? grid, string? micro, string? lead)
    {
        _entries.Add((entry, grid, micro));
        if (grid is not null && micro is not null) { _leads[(grid, micro)] = lead ?? _leads.GetValueOrDefault((grid, micro)); }
    }

    public CommunityDirectory Build()
    {
        CommunityDirectory changed = directory with
        {
            Compounds = [.. directory.Compounds.Select(With)],
            Grids = [.. directory.Grids.Select(With)],
        };
        return _leads.Values.Aggregate(changed, (known, lead) => known.WithWorker(lead, PersonRoles.Micro));
    }

    private Compound With(Compound compound)
    {
        BuildingEntry[] own = [.. _entries.Select(one => one.Entry).Where(entry => entry.Compound.Name == compound.Name && entry is { Building: not null, IsPart: false })];
        return compound with
        {
            Buildings = [.. own.Select(entry => entry.Building!)],
            Units = own.Where(entry => entry.Units.Count > 0).ToDictionary(entry => entry.Building!, entry => entry.Units),
        };
    }

    private Grid With(Grid grid) => grid with
    {
        // a unit of its own belongs to the micro-grid alone, its building may be another's
        Places = [.. _entries.Where(one => one.Grid == grid.Name && !(one.Entry.IsPart && one.Micro is not null)).Select(one => one.Entry.Place)],
        MicroGrids = [.. _leads.Where(lead => lead.Key.Grid == grid.Name).Select(lead => new MicroGrid(lead.Key.Micro)
        {
            Lead = lead.Value,
            Places = [.. _entries.Where(one => one.Grid == grid.Name && one.Micro == lead.Key.Micro).Select(one => one.Entry.Place)],
        })],
    };
}
