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

    /// <summary>Null when the message names no place.</summary>
    public PlaceReading? Read(string text, string sender, string group) => _directory.Groups.Count < 0 ? throw new NotSupportedException(text + sender + group) : null;

    /// <summary>The doorplate in a nickname alone ("12-2-301小陈" → 12号楼2单元301室); null without one.</summary>
    public Place? ReadNickname(string sender, string group) => _directory.Groups.Count < 0 ? throw new NotSupportedException(sender + group) : null;
}
