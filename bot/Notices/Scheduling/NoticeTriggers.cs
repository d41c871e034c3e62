using Quartz;

namespace Bot.Notices.Scheduling;

/// <summary>Keeps one trigger per notice with a plan in the scheduler, and no other.</summary>
internal sealed class NoticeTriggers(NoticeClock clock, ILogger<NoticeTriggers> logger)
{
    private const string Group = "notices";

    /// <summary>Sets right what is missing, stray, or woken at another time than the notice says.</summary>
    public async Task RepairAsync(IScheduler scheduler, IEnumerable<Notice> active, CancellationToken cancellationToken)
    {
        Dictionary<string, ITrigger> there = await ThereAsync(scheduler, cancellationToken);
        foreach (Notice notice in active)
        {
            string name = $"{notice.Number}";
            there.Remove(name, out ITrigger? old);
            if (NoticePlan.Of(notice, clock.Wall).Next(clock.Now, 1) is [var next] && !Wakes(old, notice, next))
            {
                await scheduler.ScheduleTrigger(New(name, notice), TriggerConflict.Replace, cancellationToken);
                logger.TriggerRepaired(name, old is null ? "added" : "changed");
            }
        }
        foreach (ITrigger stray in there.Values)
        {
            await scheduler.UnscheduleJob(stray.Key, cancellationToken);
            logger.TriggerRepaired(stray.Key.Name, "removed");
        }
    }

    private static async Task<Dictionary<string, ITrigger>> ThereAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        TriggerQuery query = new() { Job = SendDueNotices.Key, Take = int.MaxValue };
        PagedResult<TriggerHeader> headers = await scheduler.QueryTriggers(query, cancellationToken);
        // One in error is as good as none
        TriggerKey[] keys = [.. headers.Items.Where(header => header.State != TriggerState.Error).Select(header => header.Key)];
        return (await scheduler.GetTriggers(keys, cancellationToken)).ToDictionary(trigger => trigger.Key.Name);
    }

    // A clock that was set back leaves triggers that would wake too late
    private bool Wakes(ITrigger? trigger, Notice notice, DateTimeOffset next) => trigger?.NextFireTimeUtc <= next && trigger switch
    {
        ICronTrigger cron => cron.CronExpressionString == notice.Cron && cron.TimeZone.Id == clock.Wall.Zone.Id,
        ISimpleTrigger => notice.Cron is null && trigger.StartTimeUtc == notice.OnceAt,
        _ => false,
    };

    private ITrigger New(string name, Notice notice)
    {
        TriggerBuilder<IJob> builder = TriggerBuilder.Create().WithIdentity(name, Group).ForJob(SendDueNotices.Key);
        return notice.Cron is { } cron
            ? builder.WithCronSchedule(cron, schedule => schedule.InTimeZone(clock.Wall.Zone)).Build()
            : builder.StartAt(notice.OnceAt!.Value).Build();
    }
}
