using Microsoft.Extensions.Options;

namespace Bot.Notices;

/// <summary>现在就发: to its groups at once, after a moment in which it can be taken back.</summary>
public sealed record SendNotice(int Number, int Version, string By);

public sealed class SendNoticeHandler(NoticeDesk desk, NoticeBook book, NoticeClock clock, IOptions<NoticeOptions> options)
{
    public Task<NoticeResult> HandleAsync(SendNotice command, CancellationToken cancellationToken) => desk.DecideAsync(
        command.Number,
        command.Version,
        "sent",
        command.By,
        async (db, notice, token) =>
        {
            IReadOnlyList<string> groups = book.GroupsOf(notice);
            if (Refuse(notice, groups) is { } refusal) { return NoticeResult.Refused(notice, refusal); }
            if (await book.SaidLatelyAsync(db, notice.Number, book.Say(notice), token) is { } lately) { return NoticeResult.Refused(notice, lately); }
            NoticeRun run = new()
            {
                Notice = notice.Number,
                PlannedAt = await book.FreeTimeAsync(db, notice.Number, token),
                FiredAt = clock.Now,
                Outcome = NoticeOutcome.ByHand,
                Text = book.Say(notice),
                By = command.By,
                HeldTo = clock.Now.AddSeconds(options.Value.UndoSeconds),
            };
            db.Add(run);
            await book.SendAsync(db, run, groups, token);
            return new NoticeResult(NoticeResultKind.Done, notice, Run: run);
        },
        cancellationToken);

    private string? Refuse(Notice notice, IReadOnlyList<string> groups) => notice switch
    {
        { State: NoticeState.Deleted } => "这条通知已经删除",
        _ when groups.Count == 0 => "没有群可发：选的群都不在名册里了",
        { AtNight: false } when NightHours.IsNight(clock.Wall.Local(clock.Now)) =>
            $"现在是夜里（{NightHours.Said}），机器人不主动说话。真要现在发，请先改这条通知，勾上“夜里也要发”",
        _ => NoticeWords.Refuse(book.Say(notice)),
    };
}
