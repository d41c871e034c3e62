using System.Globalization;
using Bot.Console.Parts;
using Bot.Grids.Holidays;
using Bot.Tickets.Deadlines;

namespace Bot.Console.Deadlines;

public sealed class DeadlinesQuery(DeadlineStore store, HolidayStore holidays, LocalTime time)
{
    public DeadlinesModel Load()
    {
        DeadlinePreset preset = store.Current;
        DateOnly today = time.Day(time.Now);
        string? until = preset.ExtremeUntil is { } last && last >= today ? last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        int next = holidays.Current.Knows(today.Year) ? today.Year + 1 : today.Year;
        return new DeadlinesModel(
            DeadlinesModel.Fields(preset.Times), preset.Times.WorkingTime, until, new Dictionary<string, string>(), store.Change, holidays.Current,
            new HolidayForm(today.Year, next, Text: null, []));
    }
}
