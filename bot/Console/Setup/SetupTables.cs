namespace Bot.Console.Setup;

/// <summary>The tables of the wizard, those of its steps first.</summary>
public static class SetupTables
{
    public static IReadOnlyList<SetupTable> All { get; } =
        [new CompoundTable(), new GridTable(), new BuildingTable(), new GroupTable(), new PeopleTable(), new PartnerTable()];

    public static SetupTable? Find(string key) => All.FirstOrDefault(table => table.Key == key);

    /// <summary>Where the wizard goes on.</summary>
    public static string After(SetupTable table) =>
        table.Step is not { } step ? "/console/setup" : All.FirstOrDefault(next => next.Step == step + 1) is { } following ? $"/console/setup/{following.Key}" : "/console/setup/test";
}
