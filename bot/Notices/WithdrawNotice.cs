using Bot.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Bot.Notices;

/// <summary>撤回: what has not gone out yet of a sending never will.</summary>
public sealed record WithdrawNotice(long Run, string By);

public sealed class WithdrawNoticeHandler(NoticeDesk desk)
{
    public Task<NoticeResult> HandleAsync(WithdrawNotice command, CancellationToken cancellationToken) => desk.DecideAsync(
        command.Run,
        "withdrawn",
        command.By,
        async (db, notice, run, token) =>
        {
            IQueryable<OutboxMessage> rows = db.Set<OutboxMessage>().Where(row => row.NoticeRun == run.Id);
            int taken = await rows.Where(row => (row.State == OutboxState.Queued && row.Attempts == 0) || row.State == OutboxState.Draft || row.State == OutboxState.Muted)
                .ExecuteUpdateAsync(row => row.SetProperty(it => it.State, OutboxState.Withdrawn), token);
            if (taken == 0) { return NoticeResult.Refused(notice, "没有撤回：都已经发出了。说错了请发更正"); }
            run.WithdrawnBy = command.By;
            // What was tried may have been heard, whatever the channel said
            int heard = await rows.CountAsync(row => row.State != OutboxState.Withdrawn && row.State != OutboxState.Failed && row.State != OutboxState.Dropped, token);
            return new NoticeResult(
                NoticeResultKind.Done, notice, [heard == 0 ? $"撤回了，{taken}个群都没有发。" : $"撤回了{taken}个群；另外{heard}个群已经发出或正在发，说错了请发更正。"], run);
        },
        cancellationToken);
}
