using System.Collections.Concurrent;
using Bot.Grids;

namespace Bot.Triage.Locations;

/// <summary>Where a place was taken from.</summary>
public enum PlaceSource { Text, Nickname }

/// <param name="IsCorrection">The text corrects an earlier place: "不对 是7单元".</param>
/// <param name="IsBare">The text is nothing but a place: "2栋2梯9楼", "36-1".</param>
public sealed record PlaceReading(Place Place, PlaceSource Source, bool IsCorrection, bool IsBare);

/// <summary>Reads the place of a message from its text, or from the sender's nickname when the text speaks in the first person.</summary>
public sealed class LocationReader(CommunityDirectory directory)
{
    private readonly CommunityDirectory _directory = directory;
    private readonly Compounds _compounds = new(directory);

    // People speak again and again under the same name
    private const int MostHomes = 100_000;
    private readonly ConcurrentDictionary<(string Sender, string Group), Place?> _homes = [];

    /// <summary>Null when the message names no place.</summary>
    public PlaceReading? Read(string text, string sender, string group)
    {
        PlaceText message = PlaceText.Of(text, _directory.BotNames);
        PlaceFinder finder = new(_compounds, group);
        PlaceReading? own = ReadText(finder, message.Own, sender, group);
        return own is null && message.Quoted is { } quoted
            ? ReadText(finder, quoted, message.QuotedSender ?? "", group) is { } echoed ? echoed with { IsBare = false, IsCorrection = false } : null
            : own;
    }

    /// <summary>The doorplate in a nickname alone ("12-2-301小陈" → 12号楼2单元301室); null without one.</summary>
    public Place? ReadNickname(string sender, string group)
    {
        if (_homes.TryGetValue((sender, group), out Place? known))
        {
            return known;
        }
        if (_homes.Count >= MostHomes)
        {
            _homes.Clear();
        }
        return _homes[(sender, group)] = Nickname.Read(new PlaceFinder(_compounds, group), _compounds, PlaceText.Clean(sender, []));
    }

    private PlaceReading? ReadText(PlaceFinder finder, string text, string sender, string group)
    {
        if (text.Length == 0 || text.Contains("接龙", StringComparison.Ordinal))
        {
            return null;
        }
        Compound? sendersCompound = finder.IsCommunityWide ? _compounds.First(PlaceText.Clean(sender, []))?.Compound : null;
        TextPlaces places = new(finder, text, sendersCompound, new(() => ReadNickname(sender, group), isThreadSafe: false));
        if (places.Best() is not { } best || best.Found.Place.IsEmpty)
        {
            return null;
        }
        return new(best.Found.Place, best.Source, Remarks.IsCorrection(text), Remarks.IsBare(text, best.Found.Start, best.Found.End));
    }
}
