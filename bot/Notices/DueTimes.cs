using Bot.Grids;

namespace Bot.Notices;

/// <summary>What is to become of a planned time that has passed.</summary>
public sealed record DueTime(DateTimeOffset PlannedAt, NoticeOutcome Outcome, string? Reason = null);

/// <summary>Accounts for every planned time since the last look: pure, so that no scheduler has to be trusted.</summary>
public static class DueTimes
{
    /// <summary>A wake-up is never quite punctual.</summary>
    public static readonly TimeSpan Punctual = TimeSpan.FromMinutes(1);

    public static IReadOnlyList<DueTime> Decide(Notice notice, DateTimeOffset now, CommunityClock clock)
    {
        if (notice.State != NoticeState.Active) { return []; }
        IReadOnlyList<DateTimeOffset> passed = NoticePlan.Of(notice, clock).Between(notice.HandledTo, now);
        return [.. passed.Select((planned, i) => i == passed.Count - 1 ? Last(notice, planned, now, clock) : Earlier(planned))];
    }

    // Of several that were missed the groups hear one
    private static DueTime Earlier(DateTimeOffset planned) =>
        new(planned, NoticeOutcome.Skipped, "错过了时间，只补最近的一次");

    private static DueTime Last(Notice notice, DateTimeOffset planned, DateTimeOffset now, CommunityClock clock)
    {
        TimeSpan late = now - planned;
        if (late <= Punctual) { return new DueTime(planned, NoticeOutcome.Sent); }
        if (notice.LateMinutes == 0) { return new DueTime(planned, NoticeOutcome.Skipped, "错过了时间，按设定不补发"); }
        if (late > TimeSpan.FromMinutes(notice.LateMinutes))
        {
            return new DueTime(planned, NoticeOutcome.Skipped, $"错过了时间，晚了超过{notice.LateMinutes}分钟，不再补发");
        }
        return !notice.AtNight && NightHours.IsNight(clock.Local(now))
            ? new DueTime(planned, NoticeOutcome.Skipped, "错过了时间，能补发时已是夜里")
            : new DueTime(planned, NoticeOutcome.Late);
    }
}
