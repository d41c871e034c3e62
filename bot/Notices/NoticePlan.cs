using Bot.Grids;
using Quartz;

namespace Bot.Notices;

/// <summary>
/// The planned times of a notice: pure. A cron expression is matched against the community's wall clock and each match is one
/// instant, so a time that a clock change skips or repeats is planned exactly once, wherever one begins to count.
/// </summary>
public sealed class NoticePlan
{
    // A match moves by hours at most where the zone's clock changes
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    private readonly CommunityClock _clock;
    private readonly DateTimeOffset? _once;
    private readonly CronExpression? _cron;

    private NoticePlan(CommunityClock clock, DateTimeOffset? once, CronExpression? cron)
    {
        _clock = clock;
        _once = once;
        _cron = cron;
    }

    public static NoticePlan Of(Notice notice, CommunityClock clock) => Of(notice.OnceAt, notice.Cron, clock);

    public static NoticePlan Of(DateTimeOffset? once, string? cron, CommunityClock clock) =>
        new(clock, cron is null ? once : null, cron is null ? null : new CronExpression(cron, TimeZoneInfo.Utc));

    /// <summary>Every planned time after the first and up to the second instant, in order.</summary>
    public IReadOnlyList<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset upTo)
    {
        if (after >= upTo) { return []; }
        DateTimeOffset end = Wall(upTo) + Margin;
        return [.. Matches(after).TakeWhile(wall => wall <= end).Select(Instant).Where(at => at > after && at <= upTo).Distinct().Order()];
    }

    /// <summary>The next planned times after an instant, in order.</summary>
    public IReadOnlyList<DateTimeOffset> Next(DateTimeOffset after, int count)
    {
        // A skipped match may come out behind the one that follows it: look a little further, then sort
        IEnumerable<DateTimeOffset> found = Matches(after).Select(Instant).Where(at => at > after).Take(count + 2);
        return [.. found.Distinct().Order().Take(count)];
    }

    private IEnumerable<DateTimeOffset> Matches(DateTimeOffset after)
    {
        if (_once is { } once)
        {
            yield return Wall(once);
        }
        DateTimeOffset? wall = _cron?.GetNextValidTimeAfter(Wall(after) - Margin);
        while (wall is { } match)
        {
            yield return match;
            wall = _cron!.GetNextValidTimeAfter(match);
        }
    }

    // The wall clock's reading, written as if it were Greenwich's
    private DateTimeOffset Wall(DateTimeOffset at) => new(_clock.Local(at), TimeSpan.Zero);

    private DateTimeOffset Instant(DateTimeOffset wall) => _once ?? _clock.Instant(wall.DateTime);
}
