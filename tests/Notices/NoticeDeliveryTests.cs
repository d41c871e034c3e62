using Bot.Messaging;
using Bot.Notices;
using Tests.Messaging;
using Tests.Support;

namespace Tests.Notices;

/// <summary>What became of a notice in its groups.</summary>
public sealed class NoticeDeliveryTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Only_what_failed_is_sent_again()
    {
        StubChannel channel = new() { Answer = (row, _) => StubChannel.Is(row.Conversation == "二群" && row.Error is null ? SendOutcome.Refused : SendOutcome.Sent) };
        await using NoticeRig rig = await NoticeRig.StartAsync(_folder.Path, _clock, channel);
        NoticeRun run = await FireAsync(rig);
        await BecomesAsync(rig, run, "2个群发出，1个失败");
        channel.Answer = (_, _) => StubChannel.Is(SendOutcome.Sent);
        NoticeResult again = await rig.Get<ResendFailedHandler>().HandleAsync(new ResendFailed(run.Id, "管理员"), Token);
        again.Message.ShouldBe("正在重发1个群。");
        await BecomesAsync(rig, run, "3个群发出");
        channel.Tried.Count.ShouldBe(4);
        (await rig.Get<ResendFailedHandler>().HandleAsync(new ResendFailed(run.Id, "管理员"), Token)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task What_may_have_been_said_is_not_sent_again_in_a_batch()
    {
        StubChannel channel = new("stub", takesKey: false) { Answer = (row, _) => StubChannel.Is(row.Conversation == "二群" ? SendOutcome.Unknown : SendOutcome.Refused) };
        await using NoticeRig rig = await NoticeRig.StartAsync(_folder.Path, _clock, channel);
        NoticeRun run = await FireAsync(rig);
        await BecomesAsync(rig, run, "2个群失败，1个不知道发出没有");
        channel.Answer = (_, _) => StubChannel.Is(SendOutcome.Sent);
        await rig.Get<ResendFailedHandler>().HandleAsync(new ResendFailed(run.Id, "管理员"), Token);
        await BecomesAsync(rig, run, "2个群发出，1个不知道发出没有");
    }

    [Fact]
    public async Task A_correction_follows_to_the_groups_that_heard_it()
    {
        StubChannel channel = new() { Answer = (row, _) => StubChannel.Is(row.Conversation == "二群" ? SendOutcome.Refused : SendOutcome.Sent) };
        await using NoticeRig rig = await NoticeRig.StartAsync(_folder.Path, _clock, channel);
        NoticeRun run = await FireAsync(rig);
        await BecomesAsync(rig, run, "2个群发出，1个失败");
        NoticeResult corrected = await rig.Get<CorrectNoticeHandler>().HandleAsync(new CorrectNotice(run.Id, "管理员", "停水改为下午1点到5点，以这条为准，其他不变"), Token);
        corrected.IsDone.ShouldBeTrue(corrected.Message);
        List<OutboxMessage> rows = await rig.RowsAsync(corrected.Run!.Id);
        rows.Select(row => row.Conversation).ShouldBe(["一群", "三群"]);
        rows[0].Text.ShouldBe("【更正】停水改为下午1点到5点，以这条为准，其他不变。东篱社区");
    }

    private async Task<NoticeRun> FireAsync(NoticeRig rig)
    {
        Notice notice = await rig.PlanAsync("0 0 10 ? * *");
        _clock.Advance(TimeSpan.FromHours(1));
        await rig.WakeAsync(notice.Number);
        return (await rig.RunsAsync(notice.Number)).ShouldHaveSingleItem();
    }

    private static Task BecomesAsync(NoticeRig rig, NoticeRun run, string sentence) => Eventually.TrueAsync(
        async () => (await rig.Host.ReadAsync(db => NoticeDelivery.LoadAsync(db, [run.Id], Token)))[run.Id].Sentence == sentence, sentence);
}
