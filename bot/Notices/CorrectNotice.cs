using Bot.Grids;
using Bot.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Bot.Notices;

/// <summary>发更正: 【更正】 to every group that heard a sending, or may have.</summary>
public sealed record CorrectNotice(long Run, string By, string Text);

public sealed class CorrectNoticeHandler(NoticeDesk desk, NoticeBook book, CommunityStore community, NoticeClock clock)
{
    public Task<NoticeResult> HandleAsync(CorrectNotice command, CancellationToken cancellationToken) => desk.DecideAsync(
        command.Run,
        "corrected",
        command.By,
        async (db, notice, run, token) =>
        {
            string line = NoticeWords.Correct(command.Text, community.Current.Community);
            if (command.Text.Length == 0) { return NoticeResult.Refused(notice, "请写上更正的内容"); }
            if (NoticeWords.Refuse(line) is { } refusal) { return NoticeResult.Refused(notice, refusal); }
            if (await book.SaidLatelyAsync(db, notice.Number, line, token) is { } lately) { return NoticeResult.Refused(notice, lately); }
            List<string> groups = await db.Set<OutboxMessage>()
                .Where(row => row.NoticeRun == run.Id && row.State != OutboxState.Withdrawn && row.State != OutboxState.Failed
                    && row.State != OutboxState.Dropped)
                .OrderBy(row => row.Id).Select(row => row.Conversation).ToListAsync(token);
            if (groups.Count == 0) { return NoticeResult.Refused(notice, "这一次没有群收到，不用更正"); }
            NoticeRun correction = new()
            {
                Notice = notice.Number,
                PlannedAt = await book.FreeTimeAsync(db, notice.Number, token),
                FiredAt = clock.Now,
                Outcome = NoticeOutcome.Correction,
                Text = line,
                By = command.By,
                Corrects = run.Id,
            };
            db.Add(correction);
            await book.SendAsync(db, correction, groups, token);
            return new NoticeResult(NoticeResultKind.Done, notice, Run: correction);
        },
        cancellationToken);
}
