using Bot.Messaging;
using Bot.Notices;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Notices;

/// <summary>Acts and wake-ups on a real file. The clock starts on Saturday 2026-11-21 at 09:00.</summary>
public sealed class NoticeHandlerTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();
    private NoticeRig _rig = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _rig = await NoticeRig.StartAsync(_folder.Path, _clock);

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task At_its_time_every_group_gets_it_once_however_often_it_is_woken()
    {
        Notice notice = await _rig.PlanAsync("0 0 10 ? * *");
        _clock.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _rig.WakeAsync(notice.Number)));
        _clock.Advance(TimeSpan.FromSeconds(30));
        await _rig.WakeAsync(notice.Number);

        NoticeRun run = (await _rig.RunsAsync(notice.Number)).ShouldHaveSingleItem();
        (run.Outcome, run.Groups, run.Text).ShouldBe((NoticeOutcome.Sent, 3, "【停水】今晚请存水。东篱社区"));
        List<OutboxMessage> rows = await _rig.RowsAsync(run.Id);
        rows.Select(row => row.Conversation).ShouldBe(NoticeRig.Groups);
        rows.ShouldAllBe(row => row.Text == run.Text && row.Channel == "stub");
        rows[0].Key.ShouldBe($"notice:{notice.Number}:2026-11-21T02:00:00.000Z:一群");
    }

    // Even if every record of ours were lost, the key of the row stands
    [Fact]
    public async Task A_key_that_was_used_is_not_said_again()
    {
        Notice notice = await _rig.PlanAsync("0 0 10 ? * *");
        _clock.Advance(TimeSpan.FromHours(1));
        await _rig.WakeAsync(notice.Number);
        await _rig.Host.Writes.RunAsync(async (db, token) =>
        {
            await db.Set<NoticeRun>().ExecuteDeleteAsync(token);
            (await db.Set<Notice>().SingleAsync(token)).HandledTo = _clock.GetUtcNow().AddHours(-1);
        }, Token);
        await _rig.WakeAsync(notice.Number);
        (await _rig.Host.ReadAsync(db => db.Set<OutboxMessage>().CountAsync(Token))).ShouldBe(3);
    }

    [Fact]
    public async Task Chosen_groups_alone_get_it_and_one_that_is_no_more_is_left_out()
    {
        Notice notice = await _rig.PlanAsync(once: _clock.GetUtcNow().AddHours(1), groups: ["二群"]);
        _clock.Advance(TimeSpan.FromHours(1));
        await _rig.WakeAsync(notice.Number);
        NoticeRun run = (await _rig.RunsAsync(notice.Number)).ShouldHaveSingleItem();
        (await _rig.RowsAsync(run.Id)).ShouldHaveSingleItem().Conversation.ShouldBe("二群");
        (await _rig.FindAsync(notice.Number)).State.ShouldBe(NoticeState.Ended);
    }

    [Fact]
    public async Task A_pause_is_not_made_up_for_and_a_removal_taken_back_is()
    {
        Notice paused = await _rig.PlanAsync("0 0 10 ? * *");
        Notice removed = await _rig.PlanAsync("0 0 10 ? * *");
        paused = await MoveAsync(paused, NoticeMove.Pause);
        removed = await MoveAsync(removed, NoticeMove.Delete);
        _clock.Advance(TimeSpan.FromMinutes(70));
        await MoveAsync(paused, NoticeMove.Activate);
        await MoveAsync(removed, NoticeMove.Restore);
        await _rig.WakeAsync(paused.Number);
        await _rig.WakeAsync(removed.Number);
        (await _rig.RunsAsync(paused.Number)).ShouldBeEmpty();
        (await _rig.RunsAsync(removed.Number)).ShouldHaveSingleItem().Outcome.ShouldBe(NoticeOutcome.Late);
    }

    [Fact]
    public async Task What_fell_due_before_a_change_goes_by_the_old_words()
    {
        Notice notice = await _rig.PlanAsync("0 0 10 ? * *");
        _clock.Advance(TimeSpan.FromMinutes(61));
        NoticeDraft changed = new("停水", "改到明天", [], null, "0 0 11 ? * *");
        (await _rig.Get<SaveNoticeHandler>().HandleAsync(new SaveNotice(notice.Number, notice.Version, "张三", changed), Token)).IsDone.ShouldBeTrue();
        NoticeRun run = (await _rig.RunsAsync(notice.Number)).ShouldHaveSingleItem();
        (run.Outcome, run.Text).ShouldBe((NoticeOutcome.Sent, "【停水】今晚请存水。东篱社区"));
        _clock.Advance(TimeSpan.FromHours(1));
        await _rig.WakeAsync(notice.Number);
        (await _rig.RunsAsync(notice.Number))[1].Text.ShouldBe("【停水】改到明天。东篱社区");
    }

    [Fact]
    public async Task A_stale_change_is_refused_by_name()
    {
        Notice notice = await _rig.DraftAsync("0 0 10 ? * *");
        NoticeDraft draft = new("停水", "一", [], null, null);
        await _rig.Get<SaveNoticeHandler>().HandleAsync(new SaveNotice(notice.Number, notice.Version, "张三", draft), Token);
        NoticeResult stale = await _rig.Get<SaveNoticeHandler>().HandleAsync(new SaveNotice(notice.Number, notice.Version, "李四", draft with { Text = "二" }), Token);
        (stale.Outcome, stale.Message).ShouldBe((NoticeResultKind.Stale, "张三刚改过，看看差别再保存"));
        (await _rig.FindAsync(notice.Number)).Text.ShouldBe("一");
    }

    [Fact]
    public async Task Sent_by_hand_it_waits_and_can_be_taken_back()
    {
        Notice notice = await _rig.DraftAsync();
        NoticeResult sent = await _rig.Get<SendNoticeHandler>().HandleAsync(new SendNotice(notice.Number, notice.Version, "管理员"), Token);
        List<OutboxMessage> rows = await _rig.RowsAsync(sent.Run!.Id);
        rows.ShouldAllBe(row => row.State == OutboxState.Queued && row.Attempts == 0 && row.NextAttemptAt == _clock.GetUtcNow().AddSeconds(30));
        NoticeResult back = await _rig.Get<WithdrawNoticeHandler>().HandleAsync(new WithdrawNotice(sent.Run.Id, "管理员"), Token);
        back.Message.ShouldBe("撤回了，3个群都没有发。");
        _clock.Advance(TimeSpan.FromMinutes(5));
        (await _rig.RowsAsync(sent.Run.Id)).ShouldAllBe(row => row.State == OutboxState.Withdrawn);
        (await _rig.Get<WithdrawNoticeHandler>().HandleAsync(new WithdrawNotice(sent.Run.Id, "管理员"), Token)).IsDone.ShouldBeFalse();
        (await _rig.Get<CorrectNoticeHandler>().HandleAsync(new CorrectNotice(sent.Run.Id, "管理员", "改了"), Token)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task Pressed_twice_it_is_sent_once()
    {
        Notice notice = await _rig.DraftAsync();
        SendNotice command = new(notice.Number, notice.Version, "管理员");
        NoticeResult sent = await _rig.Get<SendNoticeHandler>().HandleAsync(command, Token);
        sent.Run.ShouldNotBeNull();
        (await _rig.Get<SendNoticeHandler>().HandleAsync(command, Token)).Message.ShouldContain("管理员刚刚发过同样的话");
        await _rig.Get<WithdrawNoticeHandler>().HandleAsync(new WithdrawNotice(sent.Run.Id, "管理员"), Token);
        (await _rig.Get<SendNoticeHandler>().HandleAsync(command, Token)).IsDone.ShouldBeTrue("taken back, nobody has heard it");
    }

    [Fact]
    public async Task At_night_nobody_sends_by_hand_unless_the_notice_says_so()
    {
        Notice notice = await _rig.DraftAsync();
        _clock.Advance(TimeSpan.FromHours(12));
        NoticeResult refused = await _rig.Get<SendNoticeHandler>().HandleAsync(new SendNotice(notice.Number, notice.Version, "管理员"), Token);
        refused.Message.ShouldContain("夜里也要发");
        Notice urgent = await _rig.DraftAsync(atNight: true);
        (await _rig.Get<SendNoticeHandler>().HandleAsync(new SendNotice(urgent.Number, urgent.Version, "管理员"), Token)).IsDone.ShouldBeTrue();
    }

    private async Task<Notice> MoveAsync(Notice notice, NoticeMove move)
    {
        NoticeResult result = await _rig.Get<MoveNoticeHandler>().HandleAsync(new MoveNotice(notice.Number, notice.Version, "管理员", move), Token);
        result.IsDone.ShouldBeTrue(result.Message);
        return result.Notice!;
    }
}
