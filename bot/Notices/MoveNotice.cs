namespace Bot.Notices;

public enum NoticeMove { Activate, Pause, Delete, Restore }

/// <summary>Starts or stops the plan of a notice, removes it, or takes the removal back.</summary>
public sealed record MoveNotice(int Number, int Version, string By, NoticeMove Move);

public sealed class MoveNoticeHandler(NoticeDesk desk, NoticeClock clock)
{
    public Task<NoticeResult> HandleAsync(MoveNotice command, CancellationToken cancellationToken) => desk.DecideAsync(
        command.Number,
        command.Version,
        command.Move.ToString(),
        command.By,
        (_, notice, _) => Task.FromResult(Refuse(notice, command.Move) is { Length: > 0 } refusals
            ? NoticeResult.Refused(notice, refusals)
            : Move(notice, command)),
        cancellationToken);

    private string[] Refuse(Notice notice, NoticeMove move) => (move, notice.State) switch
    {
        (NoticeMove.Restore, NoticeState.Deleted) => [],
        (_, NoticeState.Deleted) => ["这条通知已经删除"],
        (NoticeMove.Restore, _) => ["这条通知没有删除"],
        (NoticeMove.Activate, NoticeState.Active) => ["这条通知已经启用"],
        (NoticeMove.Activate, _) when !notice.HasPlan => ["还没有定时间，请先改一改，或者现在就发"],
        (NoticeMove.Activate, _) => [.. NoticeRules.PlanErrors(Draft(notice), clock.Wall, clock.Now)],
        (NoticeMove.Pause, not NoticeState.Active) => ["这条通知没有启用，不用暂停"],
        _ => [],
    };

    private NoticeResult Move(Notice notice, MoveNotice command)
    {
        switch (command.Move)
        {
            case NoticeMove.Activate:
                // What fell into the pause is not made up for
                (notice.State, notice.HandledTo) = (NoticeState.Active, clock.Now);
                break;
            case NoticeMove.Pause:
                notice.State = NoticeState.Paused;
                break;
            case NoticeMove.Delete:
                (notice.StateBefore, notice.State) = (notice.State, NoticeState.Deleted);
                break;
            case NoticeMove.Restore:
                (notice.State, notice.StateBefore) = (notice.StateBefore ?? NoticeState.Draft, null);
                break;
        }
        notice.Touch(command.By, clock.Now);
        return new NoticeResult(NoticeResultKind.Done, notice);
    }

    private static NoticeDraft Draft(Notice notice) =>
        new(notice.Title, notice.Text, notice.Groups, notice.OnceAt, notice.Cron, notice.LateMinutes, notice.AtNight);
}
