using Bot.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Bot.Notices;

/// <summary>只重发失败的: never what may have been said; a person looks at that one by one.</summary>
public sealed record ResendFailed(long Run, string By);

public sealed class ResendFailedHandler(NoticeDesk desk, Outbox outbox, NoticeClock clock)
{
    public Task<NoticeResult> HandleAsync(ResendFailed command, CancellationToken cancellationToken) => desk.DecideAsync(
        command.Run,
        "resent",
        command.By,
        async (db, notice, run, token) =>
        {
            if (run.WithdrawnBy is { } who) { return NoticeResult.Refused(notice, $"{who}已经撤回，不再重发"); }
            IQueryable<OutboxMessage> failed = db.Set<OutboxMessage>().Where(row => row.NoticeRun == run.Id && row.State == OutboxState.Failed);
            List<string> channels = await failed.Select(row => row.Channel).Distinct().ToListAsync(token);
            DateTimeOffset now = clock.Now;
            int count = await failed.ExecuteUpdateAsync(
                row => row.SetProperty(it => it.State, OutboxState.Queued).SetProperty(it => it.Attempts, 0)
                    .SetProperty(it => it.Error, (string?)null).SetProperty(it => it.NextAttemptAt, now),
                token);
            if (count == 0) { return NoticeResult.Refused(notice, "没有要重发的：没有失败的群"); }
            channels.ForEach(channel => db.AfterCommit(outbox.SignalOf(channel).Set));
            return new NoticeResult(NoticeResultKind.Done, notice, [$"正在重发{count}个群。"], run);
        },
        cancellationToken);
}
