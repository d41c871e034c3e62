using Bot.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Bot.Notices;

/// <summary>A person's yes to what a sending could not say because the bot was silenced.</summary>
public sealed record SendMuted(long Run, string By);

public sealed class SendMutedHandler(NoticeDesk desk, Outbox outbox, Silences silences, NoticeClock clock)
{
    public Task<NoticeResult> HandleAsync(SendMuted command, CancellationToken cancellationToken) => desk.DecideAsync(
        command.Run,
        "sent after silence",
        command.By,
        async (db, notice, run, token) =>
        {
            if (run.WithdrawnBy is { } who) { return NoticeResult.Refused(notice, $"{who}已经撤回，不再发"); }
            List<OutboxMessage> muted = await db.Set<OutboxMessage>().Where(row => row.NoticeRun == run.Id && row.State == OutboxState.Muted).ToListAsync(token);
            if (muted.Count == 0) { return NoticeResult.Refused(notice, "没有静音没发的群"); }
            OutboxMessage[] free = [.. muted.Where(row => !silences.Holds(row))];
            if (free.Length == 0) { return NoticeResult.Refused(notice, "机器人在这些群还静音，请先恢复"); }
            foreach (OutboxMessage row in free)
            {
                (row.State, row.NextAttemptAt) = (OutboxState.Queued, clock.Now);
                db.AfterCommit(outbox.SignalOf(row.Channel).Set);
            }
            return new NoticeResult(NoticeResultKind.Done, notice, [$"正在发到{free.Length}个群。"], run);
        },
        cancellationToken);
}
