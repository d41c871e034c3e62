using Bot.Grids;

namespace Bot.Triage.Locations;

internal readonly record struct ChosenPlace(FoundPlace Found, PlaceSource Source);

/// <summary>Chooses among the places of one text: a building first, then a landmark or the speaker's own home, then loose parts.</summary>
internal sealed class TextPlaces(PlaceFinder finder, string text, Compound? sendersCompound, Func<Place?> readNickname)
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
        FoundPlace? landmark = finder.Landmark(text, sendersCompound) ?? LaneEnd();
        FoundPlace? parts = Fragments.Find(text);
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
        return Fragments.Find(rest) is { } parts && place.Unit is null or { Length: > 0 } && place.IsCompatibleWith(parts.Place)
            ? building with { Place = place.Merge(parts.Place) }
            : building;
    }

    private ChosenPlace? AtHome(OwnMention own, FoundPlace? parts)
    {
        if (readNickname() is not { } door)
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
        else if (parts is { } loose && place.Facility is null && (loose.Start < own.Start || own.Scope != OwnScope.Home) && loose.Place.Room is null)
        {
            place = (place with { Unit = loose.Place.Unit ?? place.Unit, Floor = loose.Place.Floor ?? place.Floor, Room = null })
                with { Facility = loose.Place.Facility };
        }
        return new(new(place, own.Start, own.End), PlaceSource.Nickname);
    }

    /// <summary>A part that agrees with the sender's own doorplate is the sender's; any other stays without a building.</summary>
    private ChosenPlace Loose(FoundPlace parts)
    {
        Place place = parts.Place with { Compound = finder.Bare.Compound };
        bool own = readNickname() is { Building: not null } door && Agrees(door, place);
        return own
            ? new(parts with { Place = readNickname()! with { Unit = place.Unit ?? readNickname()!.Unit, Floor = place.Floor, Room = place.Room, Facility = place.Facility } }, PlaceSource.Nickname)
            : new(parts with { Place = place }, PlaceSource.Text);
    }

    private static bool Agrees(Place door, Place part) =>
        door.IsCompatibleWith(part with { Facility = null })
        && ((part.Unit is not null && part.Unit == door.Unit) || (part.Room is not null && part.Room == door.Room)
            || (part.Floor is not null && part.Floor == (door.Floor ?? RoomNumber.Floor(door.Room))));
}
