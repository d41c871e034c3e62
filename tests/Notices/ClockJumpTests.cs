using Bot.Grids;
using Bot.Messaging;
using Bot.Notices;
using Microsoft.EntityFrameworkCore;
using Tests.Messaging;
using Tests.Support;

namespace Tests.Notices;

/// <summary>
/// The clock runs, jumps an hour or a day forth and back, the program is down for hours, is woken late or twice; in zones whose own
/// clocks change, around 29 February and month ends: nothing is sent twice, and nothing is skipped without being written down.
/// </summary>
public sealed class ClockJumpTests : IDisposable
{
    private const int Cases = 240;
    private const int Seed = 20261121;

    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly Random _random = new(Seed);
    private DateTimeOffset _earliest;
    private DateTimeOffset _latest;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_is_sent_twice_and_nothing_silently_skipped()
    {
        int sent = 0, late = 0, skipped = 0;
        await using NoticeRig rig = await NoticeRig.StartAsync(_folder.Path, _clock, new StubChannel());
        for (int i = 0; i < Cases; i++)
        {
            ClockCase made = ClockCase.Of(_random);
            int number = await PlanAsync(rig, made);
            await LiveAsync(rig.HandlerIn(made.Zone), made, number);
            List<NoticeRun> runs = await rig.RunsAsync(number);
            runs.Select(run => run.PlannedAt).ShouldBe(made.Planned(_earliest, _latest), $"case {i}: {made}");
            foreach (NoticeRun run in runs)
            {
                string[] groups = [.. (await rig.RowsAsync(run.Id)).Select(row => row.Conversation)];
                groups.ShouldBe(run.Outcome == NoticeOutcome.Skipped ? [] : NoticeRig.Groups, $"case {i}: {made} at {run.PlannedAt:O}");
            }
            sent += runs.Count(run => run.Outcome == NoticeOutcome.Sent);
            late += runs.Count(run => run.Outcome == NoticeOutcome.Late);
            skipped += runs.Count(run => run.Outcome == NoticeOutcome.Skipped);
        }
        (await rig.Host.ReadAsync(db => db.Set<OutboxMessage>().CountAsync(Token))).ShouldBe((sent + late) * NoticeRig.Groups.Length);
        TestContext.Current.TestOutputHelper!.WriteLine($"{Cases} cases: {sent} sent at their time, {late} late, {skipped} skipped and written down.");
        new[] { sent, late, skipped }.ShouldAllBe(count => count > 30);
    }

    private async Task<int> PlanAsync(NoticeRig rig, ClockCase made)
    {
        DateTimeOffset start = new CommunityClock(CommunityClock.FindZone(made.Zone)).Instant(made.Start);
        _clock.Set(start);
        (_earliest, _latest) = (start, start);
        return await rig.Host.Writes.RunAsync(async (db, token) =>
        {
            int number = (await db.Set<Notice>().MaxAsync(notice => (int?)notice.Number, token) ?? 0) + 1;
            db.Add(new Notice
            {
                Number = number,
                Title = "停水",
                Text = "今晚请存水",
                Cron = made.Cron,
                LateMinutes = made.LateMinutes,
                AtNight = made.AtNight,
                State = NoticeState.Active,
                HandledTo = start,
                CreatedBy = "管理员",
                ChangedBy = "管理员",
            });
            return number;
        }, Token);
    }

    private async Task LiveAsync(HandleDueNoticeHandler handler, ClockCase made, int number)
    {
        for (int step = 0; step < 20; step++)
        {
            _clock.Set(_clock.GetUtcNow() + Step(made));
            if (_random.Next(5) > 0) { await WakeAsync(handler, number, twice: _random.Next(4) == 0); }
        }
        // What a clock that was set back has still before it
        _clock.Set((_latest > _clock.GetUtcNow() ? _latest : _clock.GetUtcNow()).AddMinutes(1));
        await WakeAsync(handler, number, twice: false);
    }

    private TimeSpan Step(ClockCase made) => _random.Next(12) switch
    {
        0 => TimeSpan.FromHours(1),
        1 => TimeSpan.FromHours(-1),
        2 => TimeSpan.FromDays(1),
        3 => TimeSpan.FromDays(-1),
        4 => TimeSpan.FromHours(_random.Next(1, 60)),
        < 8 => TimeSpan.FromMinutes(_random.Next(1, 400)),
        _ => ToTheNext(made),
    };

    // As the scheduler wakes it
    private TimeSpan ToTheNext(ClockCase made)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        return made.Planned(now, now.AddDays(2)) is [var next, ..]
            ? next - now + TimeSpan.FromMilliseconds(_random.Next(2000))
            : TimeSpan.FromDays(1);
    }

    private async Task WakeAsync(HandleDueNoticeHandler handler, int number, bool twice)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        _earliest = now < _earliest ? now : _earliest;
        _latest = now > _latest ? now : _latest;
        await Task.WhenAll(Enumerable.Range(0, twice ? 2 : 1).Select(_ => handler.HandleAsync(new HandleDueNotice(number), Token)));
    }
}
