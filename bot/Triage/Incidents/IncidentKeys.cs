using System.Numerics;
using Bot.Triage.Locations;

namespace Bot.Triage.Incidents;

/// <summary>
/// The keys a matter is filed and looked for under: its group, its people, and in the compound the thing, the
/// building, the thing at the building and at the very spot, the facility, the thing at no place; a lost person everywhere; in the group a loose unit, floor or room. As 64-bit hashes: two that fall
/// together cost a look, never a mistake, since whatever is found is compared.
/// </summary>
internal static class IncidentKeys
{
    /// <summary>Whoever is lost is looked for in every group.</summary>
    public static readonly UInt128 MissingPerson = Reading.TopicWords.Bit("走失");

    private enum Sort : ulong { Group = 1, Person, Thing, Building, ThingAtBuilding, Facility, Part, Nowhere, Spot, Missing }

    /// <summary>People are known under their name in their group and in its compound.</summary>
    public static void AddPerson(List<ulong> keys, string group, string? compound, string sender)
    {
        keys.Add(Key(Sort.Person, group, sender));
        if (compound is not null && compound != group)
        {
            keys.Add(Key(Sort.Person, compound, sender));
        }
    }

    /// <summary>Where a message also looks for matters whose place nobody said, which any place may be.</summary>
    public static void AddNowhere(List<ulong> keys, string group, string? compound, UInt128 topics)
    {
        AddThings(keys, Sort.Nowhere, group, "", topics);
        if (compound is not null)
        {
            AddThings(keys, Sort.Nowhere, compound, "", topics);
        }
    }

    /// <summary>All keys but those of people.</summary>
    public static void Add(List<ulong> keys, string group, string? compound, UInt128 topics, Place? place)
    {
        keys.Add(Key(Sort.Group, group));
        AddThings(keys, Sort.Thing, compound, "", topics);
        if ((topics & MissingPerson) != 0)
        {
            keys.Add(Key(Sort.Missing, null));
        }

        if (place is null)
        {
            return;
        }

        if ((place.Building ?? place.Facility) is not null)
        {
            AddThings(keys, Sort.Spot, compound, (place with { ShowsCompound = false }).ToString(), topics);
        }

        foreach (string building in BuildingSpan.NamesOf(place.Building))
        {
            keys.Add(Key(Sort.Building, compound, building));
            AddThings(keys, Sort.ThingAtBuilding, compound, building, topics);
        }

        if (place.Facility is { } facility)
        {
            keys.Add(Key(Sort.Facility, compound, facility));
        }

        if (place.Building is null && (place.Unit ?? place.Floor ?? place.Room) is { } part)
        {
            keys.Add(Key(Sort.Part, group, part));
        }
    }

    private static void AddThings(List<ulong> keys, Sort sort, string? compound, string building, UInt128 topics)
    {
        for (UInt128 left = topics; left != 0; left &= left - 1)
        {
            keys.Add(Key(sort, compound, building, (ulong)UInt128.TrailingZeroCount(left)));
        }
    }

    private static ulong Key(Sort sort, string? first, string? second = null, ulong third = 0) =>
        Mix(Mix(Mix((ulong)sort, Hash(first)), Hash(second)), third);

    private static ulong Mix(ulong hash, ulong value) => (BitOperations.RotateLeft(hash, 23) ^ value) * 0x9E3779B97F4A7C15;

    private static ulong Hash(string? text)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (char character in text ?? "\0")
        {
            hash = (hash ^ character) * 0x100000001B3;
        }

        return hash ^ (hash >> 29);
    }
}
