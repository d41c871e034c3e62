using Bot.Grids;

namespace Bot.Triage.Locations;

internal readonly record struct ChosenPlace(FoundPlace Found, PlaceSource Source);

/// <summary>Chooses among the places of one text: a building first, then a landmark or the speaker's own home, then loose parts.</summary>
internal sealed class TextPlaces(PlaceFinder finder, string text, Compound? sendersCompound, Lazy<Place?> nickname)
{
    public ChosenPlace? Best()
    {
        if (finder.BetweenCompounds(text) is { } between)
        {
            return new(between, PlaceSource.Text);
        }
        OwnMention? own = OwnHome.Find(text);
        if (Building() is { } building)
        {
            return new(Complete(building, own), PlaceSource.Text);
        }
        FoundPlace? landmark = LaneEnd() ?? finder.Landmark(text, sendersCompound);
        FoundPlace? parts = Fragments.Find(text);
        if (NamesOwnRoom() is { } mine)
        {
            return mine;
        }
        if (own is { } mention && !(landmark is { } mark && mark.Start < mention.Start && mark.Place.Facility is not null)
            && AtHome(mention, parts) is { } home)
        {
            return home;
        }
        if (landmark is { } named)
        {
            return new(named, PlaceSource.Text);
        }
        return parts is { } loose ? Loose(loose) : finder.WholeCompound(text) is { } whole ? new(whole, PlaceSource.Text) : null;
    }

    private FoundPlace? LaneEnd() => finder.WholeCompound(text) is { Place.Facility: not null } end ? end : null;

    private FoundPlace? Building()
    {
        FoundPlace? fallback = null;
        foreach (FoundPlace found in finder.Buildings(text, sendersCompound))
        {
            if (Remarks.IsDenied(text, found.Start))
            {
                continue;
            }
            bool aside = Remarks.IsUnaffected(text, found.End) || Remarks.IsIntroduction(text, found.Start);
            if (!aside)
            {
                return found;
            }
            fallback ??= found;
        }
        return fallback;
    }

    /// <summary>Loose parts belong to the building named in the same text: "隔离102唱K 8栋1梯", "三单元 9号楼的".</summary>
    private FoundPlace Complete(FoundPlace building, OwnMention? own)
    {
        Place place = building.Place;
        if (place is { Room: null, Floor: null, Facility: null } && own is { Room: { } room })
        {
            return building with { Place = place with { Room = room, Unit = place.Unit ?? own.Value.Unit } };
        }
        if (place is not { Floor: null, Room: null, Facility: null } || place.Building!.Contains('与') || place.Building.Contains('-'))
        {
            return building;
        }
        string rest = string.Concat(text.AsSpan(0, building.Start), " ", text.AsSpan(building.End));
        return Fragments.Find(rest) is { } parts && place.IsCompatibleWith(parts.Place)
            ? building with { Place = place.Merge(parts.Place) }
            : building;
    }

    private ChosenPlace? AtHome(OwnMention own, FoundPlace? parts)
    {
        if (nickname.Value is not { } door)
        {
            Place alone = finder.Bare with { Unit = own.Unit, Floor = own.Floor, Room = own.Room, Facility = own.Unit is null ? null : own.Facility };
            return alone.IsEmpty ? null : new(new(alone, own.Start, own.End), PlaceSource.Text);
        }
        Place place = own.Scope switch
        {
            OwnScope.Building => door with { Unit = null, Floor = own.Floor, Room = null, Facility = own.Facility },
            OwnScope.Unit => door with { Unit = own.Unit ?? door.Unit, Floor = own.Floor, Room = null, Facility = own.Facility },
            OwnScope.Floor => door with { Floor = own.Floor ?? RoomNumber.Floor(door.Room) ?? door.Floor, Room = null, Facility = own.Facility },
            _ => door with { Facility = own.Facility },
        };
        if (own.Room is not null)
        {
            place = door with { Unit = own.Unit ?? door.Unit, Floor = null, Room = own.Room, Facility = null };
        }
        else if (parts is { Place: { Room: null } part } loose && place.Facility is null && (own.Scope != OwnScope.Home || IsElsewhere(loose, own, door)))
        {
            place = place with { Unit = part.Unit ?? place.Unit, Floor = part.Floor ?? place.Floor, Room = null, Facility = part.Facility };
        }
        return new(new(place, own.Start, own.End), PlaceSource.Nickname);
    }

    /// <summary>"三楼楼道没灯 我家娃害怕" tells of the landing, "四楼也停水 我家…" of the speaker's own flat.</summary>
    private bool IsElsewhere(FoundPlace loose, OwnMention own, Place door) =>
        loose.Start < own.Start && loose.Place.Floor != "顶层"
        && (door.Room is null || loose.Place.Floor is null || loose.Place.Floor != RoomNumber.Floor(door.Room) || Landings.Any(l => text.AsSpan(loose.End).StartsWith(l)));

    private static readonly string[] Landings = ["楼道", "过道", "走廊", "拐角", "转角", "平台", "楼梯"];

    /// <summary>
    /// A loose unit or room is one of the sender's own building: 901那户 said by 4-1-801. A loose floor is not:
    /// who sees a fire on "6楼" mostly looks at another house.
    /// </summary>
    private ChosenPlace Loose(FoundPlace parts)
    {
        Place part = parts.Place;
        bool ofOwnBuilding = part.Unit is not null || part.Room is not null;
        return ofOwnBuilding && nickname.Value is { Building: not null } door
            ? new(parts with { Place = door with { Unit = part.Unit ?? door.Unit, Floor = part.Floor, Room = part.Room, Facility = part.Facility } }, PlaceSource.Nickname)
            : new(parts with { Place = part with { Compound = finder.Bare.Compound } }, PlaceSource.Text);
    }

    /// <summary>B座1402 says "1402也没水": the own room number is as good as 我家.</summary>
    private ChosenPlace? NamesOwnRoom()
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9') || nickname.Value is not { Room: { } room } door)
        {
            return null;
        }
        string digits = room.TrimEnd('室');
        int at = text.IndexOf(digits, StringComparison.Ordinal);
        bool apart = at >= 0 && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))
            && (at + digits.Length == text.Length || !"0123456789对隔楼旁元块年点.%".Contains(text[at + digits.Length]));
        return apart ? new(new(door, at, at + digits.Length), PlaceSource.Nickname) : null;
    }
}
