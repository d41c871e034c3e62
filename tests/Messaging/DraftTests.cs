using Bot.Messaging;
using Tests.Support;

namespace Tests.Messaging;

public sealed class DraftTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_channel_cannot_say_waits_for_a_person_and_holds_nobody_back()
    {
        StubChannel silent = new("silent") { Answer = (_, _) => Task.FromResult(new SendResult(SendOutcome.Draft)) };
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, silent);
        await rig.SayAsync(SenderRig.Row("a", channel: "silent"), SenderRig.Row("b", channel: "silent"), SenderRig.Row("c", channel: "silent"));
        foreach (string key in new[] { "a", "b", "c" }) { await rig.BecomesAsync(key, OutboxState.Draft); }

        SettleDraftHandler handler = new(rig.Host.Writes, _clock);
        (await handler.HandleAsync(new SettleDraft((await rig.FindAsync("a")).Id, Said: true), Token)).ShouldBeTrue();
        (await handler.HandleAsync(new SettleDraft((await rig.FindAsync("b")).Id, Said: false), Token)).ShouldBeTrue();
        (await handler.HandleAsync(new SettleDraft((await rig.FindAsync("b")).Id, Said: true), Token)).ShouldBeFalse("it is settled");

        (await rig.FindAsync("a")).SentAt.ShouldBe(_clock.GetUtcNow());
        (await rig.FindAsync("b")).State.ShouldBe(OutboxState.Dropped);
        (await rig.FindAsync("c")).State.ShouldBe(OutboxState.Draft);
    }

    [Theory]
    [InlineData("both", "live")]
    [InlineData("only records", "silent")]
    [InlineData("nobody spoke", "live")]
    public async Task A_group_is_spoken_to_by_a_channel_that_speaks_before_one_that_only_hears(string group, string channel)
    {
        await using StorageHost host = await StorageHost.StartAsync(_folder.Path, _clock);
        await host.Writes.RunAsync((db, _) => Task.FromResult(new[] { ("both", "silent"), ("both", "live"), ("only records", "silent") }
            .Select(heard => db.Add(Said(heard.Item1, heard.Item2))).Count()), Token);
        GroupChannels channels = new([new Deaf(), new StubChannel("live")]);
        (await host.ReadAsync(db => channels.OfAsync(db, group, Token))).ShouldBe(channel);
    }

    private static Message Said(string group, string channel) =>
        new() { Channel = channel, Conversation = group, MessageId = "1", Sender = "王姐", Text = "电梯坏了" };

    private sealed class Deaf : IChannel
    {
        public string Name => "silent";

        public string Label => "只听的渠道";

        public Capabilities Capabilities { get; } = new(Hearing.All) { IdempotencyWindow = Capabilities.ForGood, Speaks = false };

        public Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
