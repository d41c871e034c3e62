namespace Knowledge.Search;

/// <summary>What BM25 must know of all units together.</summary>
internal readonly record struct UnitTotals(int Count, double AverageLength)
{
    public static UnitTotals Of(UnitTable units) => new(units.Live, units.Live == 0 ? 1 : Math.Max(1, units.LiveLength / (double)units.Live));
}
