namespace Bot.Channels.ChatRecord.Reading;

/// <summary>When each line of a record was said.</summary>
/// <param name="Times">On the community's wall clock, line by line; null throughout where the record tells no times at all.</param>
/// <param name="HasTimes">Whether the record tells any.</param>
/// <param name="AsksDay">Whether only hours are told, and <paramref name="LastDay"/> is assumed.</param>
/// <param name="LastDay">The day of the last line.</param>
/// <param name="HasSeconds">Whether times are told to the second.</param>
public sealed record Timeline(IReadOnlyList<DateTime?> Times, bool HasTimes, bool AsksDay, DateOnly LastDay, bool HasSeconds)
{
    // Lines of one minute may stand in any order; an hour earlier is another day
    private static readonly TimeSpan Disorder = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(2);

    /// <param name="lastDay">What a person says of the last line's day; null for what is likely.</param>
    /// <param name="now">The community's wall clock.</param>
    public static Timeline Of(IReadOnlyList<RecordLine> lines, DateOnly? lastDay, DateTime now)
    {
        int[] told = [.. Enumerable.Range(0, lines.Count).Where(i => lines[i].At is not null)];
        if (told.Length == 0) { return new Timeline(new DateTime?[lines.Count], HasTimes: false, AsksDay: false, DateOnly.FromDateTime(now), HasSeconds: false); }
        DateOnly?[] days = [.. told.Select(i => lines[i].At!.Day)];
        TimeOnly[] clocks = [.. told.Select(i => lines[i].At!.Clock)];
        bool asks = days.All(day => day is null);
        if (asks) { days[^1] = lastDay ?? Likely(clocks[^1], now); }
        Forward(days, clocks);
        Backward(days, clocks);
        DateTime?[] times = new DateTime?[lines.Count];
        for (int i = 0; i < told.Length; i++) { times[told[i]] = days[i]!.Value.ToDateTime(clocks[i]); }
        Inherit(times, told[0]);
        return new Timeline(times, HasTimes: true, asks, days[^1]!.Value, told.Any(i => lines[i].At!.HasSeconds));
    }

    private static DateOnly Likely(TimeOnly last, DateTime now) =>
        DateOnly.FromDateTime(last.ToTimeSpan() > now.TimeOfDay + Ahead ? now.AddDays(-1) : now);

    private static void Forward(DateOnly?[] days, TimeOnly[] clocks)
    {
        for (int i = 1; i < days.Length; i++)
        {
            if (days[i] is null && days[i - 1] is { } before)
            {
                days[i] = clocks[i].ToTimeSpan() < clocks[i - 1].ToTimeSpan() - Disorder ? Later(before, 1) : before;
            }
        }
    }

    private static void Backward(DateOnly?[] days, TimeOnly[] clocks)
    {
        for (int i = days.Length - 2; i >= 0; i--)
        {
            if (days[i] is null && days[i + 1] is { } after)
            {
                days[i] = clocks[i].ToTimeSpan() > clocks[i + 1].ToTimeSpan() + Disorder ? Later(after, -1) : after;
            }
        }
    }

    private static DateOnly Later(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, 1, DateOnly.MaxValue.DayNumber - 1));

    private static void Inherit(DateTime?[] times, int first)
    {
        for (int i = first - 1; i >= 0; i--) { times[i] = times[i + 1]; }
        for (int i = first + 1; i < times.Length; i++) { times[i] ??= times[i - 1]; }
    }
}
