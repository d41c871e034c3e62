using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Notices;

/// <summary>
/// Accounts for planned times and writes what the groups are to hear, inside a unit of work. The unique keys make a repeat
/// harmless: of a run by notice and planned time, of an outbox row by notice, planned time and group.
/// </summary>
public sealed class NoticeBook(
    Outbox outbox, GroupChannels channels, CommunityStore community, NoticeClock clock, NoticesChanged changed, ILogger<NoticeBook> logger)
{
    private static readonly TimeSpan PressedTwice = TimeSpan.FromMinutes(5);

    /// <summary>Whether there is anything to account for.</summary>
    public bool IsDue(Notice notice) => notice.State switch
    {
        NoticeState.Active => clock.Now < notice.HandledTo || DueTimes.Decide(notice, clock.Now, clock.Wall).Count > 0,
        // The clock was ahead and has been set back
        NoticeState.Ended => clock.Now < notice.HandledTo && HasNext(notice),
        _ => false,
    };

    /// <summary>Sends or skips every planned time up to now and writes down which.</summary>
    internal async Task AccountAsync(BotDbContext db, Notice notice, CancellationToken cancellationToken)
    {
        if (!IsDue(notice)) { return; }
        DateTimeOffset now = clock.Now;
        notice.State = NoticeState.Active;
        notice.HandledTo = now < notice.HandledTo ? now : notice.HandledTo;
        foreach (DueTime due in DueTimes.Decide(notice, now, clock.Wall))
        {
            await RecordAsync(db, notice, due, now, cancellationToken);
        }
        notice.HandledTo = now;
        if (!HasNext(notice)) { notice.State = NoticeState.Ended; }
        db.AfterCommit(() => changed.Tell(notice.Number));
    }

    /// <summary>Writes a run and one outbox row per group.</summary>
    internal async Task SendAsync(
        BotDbContext db, NoticeRun run, IReadOnlyCollection<string> groups, CancellationToken cancellationToken)
    {
        run.Groups = groups.Count;
        await db.SaveChangesAsync(cancellationToken);
        foreach (IGrouping<string, string> channel in await channels.OfAllAsync(db, groups, cancellationToken))
        {
            OutboxMessage words = new()
            {
                Key = $"notice:{run.Notice}:{run.PlannedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}:",
                Channel = channel.Key,
                Conversation = "",
                Text = run.Text,
                NoticeRun = run.Id,
                Unasked = true,
                NextAttemptAt = run.HeldTo ?? default,
            };
            await outbox.SayToAllAsync(db, words, [.. channel], cancellationToken);
        }
        Steps.Reached(Steps.NoticeEnqueued);
        db.AfterCommit(() => Told(run));
    }

    /// <summary>The groups that get it now: those it names, or all; never one that is no more.</summary>
    public IReadOnlyList<string> GroupsOf(Notice notice)
    {
        IEnumerable<string> all = community.Current.Groups.Keys;
        return [.. notice.Groups.Count == 0 ? all : all.Where(notice.Groups.Contains)];
    }

    public string Say(Notice notice) => NoticeWords.Say(notice.Title, notice.Text, community.Current.Community);

    /// <summary>Why the same words are not sent by hand once more: a button pressed twice, or by two people. Null when they may be.</summary>
    internal async Task<string?> SaidLatelyAsync(BotDbContext db, int number, string text, CancellationToken cancellationToken)
    {
        DateTimeOffset since = clock.Now - PressedTwice;
        NoticeRun? run = await db.Set<NoticeRun>().Where(run => run.Notice == number && run.By != null && run.WithdrawnBy == null && run.FiredAt > since)
            .OrderByDescending(run => run.Id).FirstOrDefaultAsync(run => run.Text == text, cancellationToken);
        return run is null ? null : $"{run.By}刚刚发过同样的话，没有再发一遍。真要再发，请过{PressedTwice.TotalMinutes:0}分钟";
    }

    /// <summary>A time for a sending by hand that no plan and no other sending has: planned times are whole seconds.</summary>
    internal async Task<DateTimeOffset> FreeTimeAsync(BotDbContext db, int number, CancellationToken cancellationToken)
    {
        DateTimeOffset time = clock.Now;
        while (time.Millisecond == 0 || await db.Set<NoticeRun>().AnyAsync(run => run.Notice == number && run.PlannedAt == time, cancellationToken))
        {
            time = time.AddMilliseconds(1);
        }
        return time;
    }

    private async Task RecordAsync(BotDbContext db, Notice notice, DueTime due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        NoticeRun? run = await db.Set<NoticeRun>()
            .SingleOrDefaultAsync(run => run.Notice == notice.Number && run.PlannedAt == due.PlannedAt, cancellationToken);
        // Only what a wrong clock made us skip may still be sent
        if (run is not null && (run.Outcome != NoticeOutcome.Skipped || due.Outcome == NoticeOutcome.Skipped)) { return; }
        IReadOnlyList<string> groups = due.Outcome == NoticeOutcome.Skipped ? [] : GroupsOf(notice);
        bool nobody = groups.Count == 0 && due.Outcome != NoticeOutcome.Skipped;
        if (run is null)
        {
            run = new NoticeRun { Notice = notice.Number, PlannedAt = due.PlannedAt, Text = "" };
            db.Add(run);
        }
        (run.FiredAt, run.Text) = (now, Say(notice));
        (run.Outcome, run.Reason) = nobody ? (NoticeOutcome.Skipped, "没有群可发") : (due.Outcome, due.Reason);
        if (groups.Count > 0) { await SendAsync(db, run, groups, cancellationToken); }
        else { db.AfterCommit(() => Told(run)); }
    }

    private bool HasNext(Notice notice) => NoticePlan.Of(notice, clock.Wall).Next(clock.Now, 1).Count > 0;

    private void Told(NoticeRun run)
    {
        Steps.Reached(Steps.NoticeStored);
        logger.Accounted(run.Notice, run.PlannedAt, run.Outcome, run.Groups, (run.FiredAt - run.PlannedAt).TotalSeconds);
    }
}
