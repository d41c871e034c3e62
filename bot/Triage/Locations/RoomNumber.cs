using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Triage.Locations;

/// <summary>Which three or four digits can be a room: a floor and a door on it, and no hotline or slang.</summary>
internal static class RoomNumber
{
    private static readonly string[] NeverAlone = ["110", "119", "120", "122", "114", "520", "1314", "911", "315"];

    public static string? Normal(Group digits, bool apart) =>
        digits.Success && IsPlausible(digits.ValueSpan, apart) ? $"{digits.Value}室" : null;

    /// <param name="apart">A space stands before it: "3栋 120叫了没".</param>
    public static bool IsPlausible(ReadOnlySpan<char> digits, bool apart)
    {
        int number = int.Parse(digits, CultureInfo.InvariantCulture);
        int door = number % 100;
        int floor = number / 100;
        return door is >= 1 and <= 40 && floor is >= 1 and <= 60 && !(apart && NeverAlone.Contains(digits.ToString()));
    }

    /// <summary>402室 lies on 4层.</summary>
    public static string? Floor(string? room) =>
        room is { Length: 4 or 5 } && char.IsAsciiDigit(room[0]) ? $"{room[..^3].TrimStart('0')}层" : null;
}
