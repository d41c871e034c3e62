using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Triage.Locations;

/// <summary>The buildings a normal form stands for: one, the two ends of "8号楼与9号楼之间", or all of "1-12号楼".</summary>
internal readonly partial record struct BuildingSpan(string Name, string Word, int First, int Last, bool Between)
{
    public static BuildingSpan Of(string building)
    {
        Match range = Range().Match(building);
        if (range.Success)
        {
            return new(building, range.Groups[3].Value, Number(range.Groups[1]), Number(range.Groups[2]), false);
        }
        Match between = BetweenTwo().Match(building);
        if (between.Success)
        {
            return new(building, between.Groups[2].Value, Number(between.Groups[1]), Number(between.Groups[3]), true);
        }
        Match single = Single().Match(building);
        return single.Success
            ? new(building, single.Groups[2].Value, Number(single.Groups[1]), Number(single.Groups[1]), false)
            : new(building, building, 0, 0, false);
    }

    private const int MostNamed = 60;

    /// <summary>The single buildings of a place, to look them up by.</summary>
    public static IEnumerable<string> NamesOf(string? building)
    {
        if (building is null)
        {
            return [];
        }
        BuildingSpan span = Of(building);
        return span.Last <= span.First || span.Last - span.First > MostNamed ? [building]
            : span.Between ? [$"{span.First}{span.Word}", $"{span.Last}{span.Word}"]
            : Enumerable.Range(span.First, span.Last - span.First + 1).Select(number => $"{number}{span.Word}");
    }

    public bool Meets(BuildingSpan other)
    {
        if (Name == other.Name)
        {
            return true;
        }
        if (Word != other.Word || (Between && other.Between))
        {
            return false;
        }
        return Includes(other.First) || Includes(other.Last) || other.Includes(First) || other.Includes(Last);
    }

    public bool Contains(BuildingSpan other) =>
        Name == other.Name || (Word == other.Word && !other.Between && Includes(other.First) && Includes(other.Last));

    private bool Includes(int number) => Between ? number == First || number == Last : number >= First && number <= Last;

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{1,4})-([0-9]{1,4})(号楼|号院|号)$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^([0-9]{1,4})(号楼|号院|号)与([0-9]{1,4})\2之间$")]
    private static partial Regex BetweenTwo();

    [GeneratedRegex(@"^([0-9]{1,4})(号楼|号院|号)$")]
    private static partial Regex Single();
}
