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

    /// <summary>Null when the message names no place.</summary>
    public PlaceReading? Read(string text, string sender, string group)
    {
        PlaceText message = PlaceText.Of(text, _directory.BotNames);
        PlaceFinder finder = new(_compounds, group);
        PlaceReading? own = ReadText(finder, message.Own, sender);
        return own is null && message.Quoted is { } quoted
            ? ReadText(finder, quoted, message.QuotedSender ?? "") is { } echoed ? echoed with { IsBare = false, IsCorrection = false } : null
            : own;
    }

    /// <summary>The doorplate in a nickname alone ("12-2-301小陈" → 12号楼2单元301室); null without one.</summary>
    public Place? ReadNickname(string sender, string group) =>
        Nickname.Read(new PlaceFinder(_compounds, group), _compounds, PlaceText.Clean(sender, []));

    private PlaceReading? ReadText(PlaceFinder finder, string text, string sender)
    {
        if (text.Length == 0 || text.Contains("接龙", StringComparison.Ordinal))
        {
            return null;
        }
        string nickname = PlaceText.Clean(sender, []);
        Compound? sendersCompound = finder.IsCommunityWide ? _compounds.First(nickname)?.Compound : null;
        TextPlaces places = new(finder, text, sendersCompound, new(() => Nickname.Read(finder, _compounds, nickname), isThreadSafe: false));
        if (places.Best() is not { } best || best.Found.Place.IsEmpty)
        {
            return null;
        }
        return new(best.Found.Place, best.Source, Remarks.IsCorrection(text), Remarks.IsBare(text, best.Found.Start, best.Found.End));
    }
}
