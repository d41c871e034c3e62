using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Grids.Holidays;

/// <summary>The calendar in force: the years that come with the program and those people recorded here.</summary>
public sealed class HolidayStore(WriteQueue writes, IDbContextFactory<BotDbContext> contexts, TimeProvider clock)
{
    private volatile HolidayCalendar _current = RecordedHolidays.Calendar;

    public HolidayCalendar Current => _current;

    internal async Task OpenAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        HolidayCalendar calendar = RecordedHolidays.Calendar;
        foreach (HolidayRow row in await db.Set<HolidayRow>().ToListAsync(cancellationToken))
        {
            if (HolidayNotice.Read(row.Year, row.Text, out _) is { } year) { calendar = calendar.With(year); }
        }
        _current = calendar;
    }

    /// <summary>What was recorded here is gone with everything else that was stored.</summary>
    internal void Forget() => _current = RecordedHolidays.Calendar;

    /// <summary>录入 a year from the pasted notice. Empty when done, else what is wrong with it.</summary>
    public async Task<IReadOnlyList<string>> SaveAsync(int year, string text, string by, CancellationToken cancellationToken)
    {
        int now = clock.GetUtcNow().Year;
        if (year < now - 1 || year > now + 2) { return [$"年份要在{now - 1}到{now + 2}之间"]; }
        if (text.Length > HolidayNotice.MaxLength) { return [$"贴的内容太长，请只贴放假安排那几行（{HolidayNotice.MaxLength}字以内）"]; }
        if (HolidayNotice.Read(year, text, out IReadOnlyList<string> errors) is not { } read) { return errors; }
        await writes.RunAsync(
            async (db, token) =>
            {
                await db.Set<HolidayRow>().Where(row => row.Year == year).ExecuteDeleteAsync(token);
                db.Add(new HolidayRow { Year = year, Text = read.Text, ChangedBy = by, ChangedAt = clock.GetUtcNow() });
                db.AfterCommit(() => _current = _current.With(read));
            },
            cancellationToken);
        return [];
    }
}
