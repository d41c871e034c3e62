using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Notices;

/// <summary>Writes a notice, or changes the one of that number.</summary>
public sealed record SaveNotice(int? Number, int Version, string By, NoticeDraft Draft);

public sealed class SaveNoticeHandler(NoticeDesk desk, CommunityStore community, NoticeClock clock)
{
    public Task<NoticeResult> HandleAsync(SaveNotice command, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> errors = NoticeRules.Errors(command.Draft, community.Current, clock.Wall, clock.Now);
        if (errors.Count > 0) { return Task.FromResult(new NoticeResult(NoticeResultKind.Refused, null, errors)); }
        return command.Number is { } number
            ? desk.DecideAsync(number, command.Version, "changed", command.By, (_, notice, _) => Task.FromResult(Change(notice, command)), cancellationToken)
            : desk.AddAsync((db, token) => AddAsync(db, command, token), command.By, cancellationToken);
    }

    private async Task<NoticeResult> AddAsync(BotDbContext db, SaveNotice command, CancellationToken cancellationToken)
    {
        int last = await db.Set<Notice>().MaxAsync(notice => (int?)notice.Number, cancellationToken) ?? 0;
        Notice notice = new()
        {
            Number = last + 1,
            Title = "",
            Text = "",
            CreatedBy = command.By,
            CreatedAt = clock.Now,
            ChangedBy = command.By,
            ChangedAt = clock.Now,
        };
        db.Add(notice);
        Fill(notice, command.Draft);
        return new NoticeResult(NoticeResultKind.Done, notice);
    }

    private NoticeResult Change(Notice notice, SaveNotice command)
    {
        NoticeDraft draft = command.Draft;
        bool plans = draft.OnceAt is not null || draft.Cron is not null;
        switch (notice.State)
        {
            case NoticeState.Deleted:
                return NoticeResult.Refused(notice, "这条通知已经删除，请先撤销删除");
            case NoticeState.Active or NoticeState.Paused when !plans:
                return NoticeResult.Refused(notice, "已启用的通知要有时间；想只手动发，请先删除再写一条");
            case NoticeState.Ended:
                notice.State = NoticeState.Draft;
                break;
        }
        // A new plan counts from now, an old one goes on
        if ((notice.OnceAt, notice.Cron) != (draft.OnceAt, draft.Cron)) { notice.HandledTo = clock.Now; }
        Fill(notice, draft);
        notice.Touch(command.By, clock.Now);
        return new NoticeResult(NoticeResultKind.Done, notice);
    }

    private static void Fill(Notice notice, NoticeDraft draft)
    {
        (notice.Title, notice.Text, notice.Groups) = (draft.Title, draft.Text, draft.Groups);
        (notice.OnceAt, notice.Cron) = (draft.OnceAt, draft.Cron);
        (notice.LateMinutes, notice.AtNight) = (draft.LateMinutes, draft.AtNight);
    }
}
