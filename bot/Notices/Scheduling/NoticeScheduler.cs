using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Bot.Notices.Scheduling;

/// <summary>
/// Runs the scheduler. At the start, after every change and once a minute it looks through the notices: what is due is accounted
/// for, and each plan has its trigger; so neither a lost trigger nor a jump of the clock makes a planned time disappear.
/// </summary>
internal sealed class NoticeScheduler(
    SchedulerFile file,
    NoticeTriggers triggers,
    NoticeBook book,
    HandleDueNoticeHandler handler,
    NoticesChanged changed,
    CommunityStore community,
    SchedulerState state,
    IDbContextFactory<BotDbContext> contexts,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<NoticeScheduler> logger) : BackgroundService
{
    public static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    private readonly Signal _wake = new();
    private IScheduler? _scheduler;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        changed.Changed -= Wake;
        community.Changed -= Wake;
        await base.StopAsync(cancellationToken);
        await CloseAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        changed.Changed += Wake;
        community.Changed += Wake;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                state.Looked(clock.GetUtcNow());
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                state.Failed(exception);
                logger.SweepFailed(exception);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            await WaitAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (Notice notice in await PlannedAsync(cancellationToken))
        {
            if (book.IsDue(notice)) { await handler.HandleAsync(new HandleDueNotice(notice.Number), cancellationToken); }
        }
        List<Notice> active = [.. (await PlannedAsync(cancellationToken)).Where(notice => notice.State == NoticeState.Active)];
        bool first = _scheduler is null;
        _scheduler ??= await file.OpenAsync(cancellationToken);
        try
        {
            await triggers.RepairAsync(_scheduler, active, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Its file may be gone: the next look opens it again
            await CloseAsync(cancellationToken);
            throw;
        }
        if (first) { logger.SchedulerStarted(active.Count); }
    }

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        IScheduler? scheduler = _scheduler;
        _scheduler = null;
        if (scheduler is not null) { await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken); }
        await file.DisposeAsync();
    }

    // Of the ended ones those that a clock which was ahead ended too early
    private async Task<List<Notice>> PlannedAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Notice>()
            .Where(notice => notice.State == NoticeState.Active || notice.State == NoticeState.Ended && notice.HandledTo > now)
            .OrderBy(notice => notice.Number).ToListAsync(cancellationToken);
    }

    private async Task WaitAsync(CancellationToken stoppingToken)
    {
        try
        {
            await _wake.WaitAsync(LookEvery, clock, stoppingToken);
        }
        catch (OperationCanceledException)
        {
        }
    }

    // The first page is served before any of this is loaded
    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration _ = lifetime.ApplicationStarted.Register(started.SetResult);
        await Task.WhenAny(started.Task, Task.Delay(Timeout.Infinite, stoppingToken));
    }

    private void Wake(int number) => _wake.Set();

    private void Wake() => _wake.Set();
}
