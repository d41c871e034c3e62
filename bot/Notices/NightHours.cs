using Bot.Grids;

namespace Bot.Notices;

/// <summary>When the bot says nothing unasked: from 21:00 to 7:30.</summary>
public static class NightHours
{
    public const string Said = "21:00–7:30";

    public static bool IsNight(DateTime local) => QuietHours.Covers(local);
}
