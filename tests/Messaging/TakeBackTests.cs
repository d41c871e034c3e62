using Bot.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Messaging;

public sealed class TakeBackTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));
    private readonly StubChannel _channel = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Where_the_channel_cannot_recall_one_line_of_correction_follows_however_often_one_taps()
    {
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, _channel);
        long id = await SaidAsync(rig, "receipt");
        TakeBackResult[] results = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Handler(rig).HandleAsync(new TakeBack(id, "陈秀兰"), Token)));
        results.Count(result => result == TakeBackResult.Corrected).ShouldBe(1);
        results.Count(result => result == TakeBackResult.Before).ShouldBe(4);
        await Eventually.TrueAsync(() => _channel.Tried.Count == 2, "the correction");
        OutboxMessage line = await rig.FindAsync($"takeback:{id}");
        line.Text.ShouldStartWith("【更正】");
        (line.Corrects, line.ReplyTo).ShouldBe((id, "receipt"));
        OutboxMessage first = await rig.FindAsync("receipt");
        (first.Text, first.State, first.TakenBackBy).ShouldBe(("记下了", OutboxState.Sent, "陈秀兰"));
    }

    [Fact]
    public async Task What_is_not_said_yet_is_held_back()
    {
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, _channel);
        OutboxMessage planned = SenderRig.Row("planned");
        planned.NextAttemptAt = _clock.GetUtcNow().AddMinutes(5);
        await rig.SayAsync(planned);
        long id = (await rig.FindAsync("planned")).Id;
        (await Handler(rig).HandleAsync(new TakeBack(id, "陈秀兰"), Token)).ShouldBe(TakeBackResult.Held);
        _clock.Advance(TimeSpan.FromMinutes(10));
        await SaidAsync(rig, "next");
        _channel.Tried.ShouldBe(["next"]);
        (await rig.FindAsync("planned")).State.ShouldBe(OutboxState.Withdrawn);
    }

    [Fact]
    public async Task A_correction_quotes_what_it_corrects_and_is_said_once_also_in_a_silenced_group()
    {
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, _channel);
        long id = await SaidAsync(rig, "receipt");
        await rig.Host.Services.GetRequiredService<Silences>().StartAsync("一群", null, "陈秀兰", Token);
        CorrectSaidHandler handler = rig.Host.Services.GetRequiredService<CorrectSaidHandler>();
        (await handler.HandleAsync(new CorrectSaid(id, "  ", "陈秀兰"), Token)).ShouldNotBeNull();
        (await handler.HandleAsync(new CorrectSaid(id, "身份证330106199001011234", "陈秀兰"), Token))!.ShouldContain("身份证");
        (await handler.HandleAsync(new CorrectSaid(id, "是3号楼", "陈秀兰"), Token)).ShouldBeNull();
        (await handler.HandleAsync(new CorrectSaid(id, "是4号楼", "陈秀兰"), Token))!.ShouldContain("陈秀兰已经撤回或更正过");
        await Eventually.TrueAsync(async () => (await rig.FindAsync($"correct:{id}")).State == OutboxState.Sent, "the correction");
        OutboxMessage line = await rig.FindAsync($"correct:{id}");
        (line.Text, line.ReplyTo, _channel.Tried.Count).ShouldBe(("【更正】是3号楼", "receipt", 2));
    }

    [Fact]
    public async Task Words_that_went_out_in_parts_are_taken_back_together()
    {
        StubChannel channel = new() { Capabilities = new(Hearing.All) { IdempotencyWindow = Capabilities.ForGood, KeepsItsWords = true, MostBytes = 30 } };
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, channel);
        OutboxMessage row = SenderRig.Row("long");
        row.Text = "明天上午停水。请大家提前备水";
        await rig.SayAsync(row);
        await rig.BecomesAsync("long#2", OutboxState.Sent);
        long id = (await rig.FindAsync("long")).Id;
        (await Handler(rig).HandleAsync(new TakeBack(id, "陈秀兰"), Token)).ShouldBe(TakeBackResult.Corrected);
        (await rig.FindAsync("long#2")).TakenBackBy.ShouldBe("陈秀兰");
        await rig.BecomesAsync($"takeback:{id}", OutboxState.Sent);
        channel.Tried.Count(key => key.StartsWith("takeback:", StringComparison.Ordinal) && !key.Contains('#')).ShouldBe(1);
    }

    [Fact]
    public async Task The_parts_of_a_notice_are_taken_back_with_it_in_that_group_alone()
    {
        StubChannel channel = new() { Capabilities = new(Hearing.All) { KeepsItsWords = true, MostBytes = 30 } };
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, channel);
        OutboxMessage words = new() { Key = "notice:7:", Channel = "stub", Conversation = "", Text = "明天上午停水。请大家提前备水", NoticeRun = 7 };
        await rig.Host.Writes.RunAsync((db, token) => rig.Host.Outbox.SayToAllAsync(db, words, ["一群", "二群"], token), Token);
        await rig.BecomesAsync("notice:7:#2一群", OutboxState.Sent);
        await rig.BecomesAsync("notice:7:#2二群", OutboxState.Sent);
        await Handler(rig).HandleAsync(new TakeBack((await rig.FindAsync("notice:7:一群")).Id, "陈秀兰"), Token);
        (await rig.FindAsync("notice:7:#2一群")).TakenBackBy.ShouldBe("陈秀兰");
        (await rig.FindAsync("notice:7:#2二群")).TakenBackBy.ShouldBeNull();
    }

    [Fact]
    public void Part_of_what_nobody_asked_for_was_not_asked_for_either()
    {
        OutboxMessage row = SenderRig.Row("held");
        row.Unasked = true;
        row.Part(2, "后一半").Unasked.ShouldBeTrue();
    }

    private static TakeBackHandler Handler(SenderRig rig) => rig.Host.Services.GetRequiredService<TakeBackHandler>();

    private static async Task<long> SaidAsync(SenderRig rig, string key)
    {
        await rig.SayAsync(SenderRig.Row(key));
        await Eventually.TrueAsync(async () => (await rig.FindAsync(key)).State == OutboxState.Sent, $"{key} sent");
        return (await rig.FindAsync(key)).Id;
    }
}
