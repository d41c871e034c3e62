using Bot.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Messaging;

public sealed class SilenceTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);
    private readonly TempFolder _folder = new();
    private readonly ManualTimeProvider _clock = new(Start);
    private readonly StubChannel _channel = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("一群")]
    [InlineData(Silence.Everywhere)]
    public async Task Nothing_is_said_in_a_silenced_group_but_emergencies_and_private_lines(string where)
    {
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, _channel);
        Silences silences = rig.Host.Services.GetRequiredService<Silences>();
        await silences.StartAsync(where, Start.AddHours(1), "陈秀兰", Token);
        OutboxMessage emergency = SenderRig.Row("emergency");
        emergency.Always = true;
        await rig.SayAsync(SenderRig.Row("receipt"), emergency, SenderRig.Row("alert", PrivateLine.To("陈秀兰")));
        await SaidAsync("emergency", "alert");
        (await rig.FindAsync("receipt")).State.ShouldBe(OutboxState.Muted);
        // what was not said is not said afterwards either
        _clock.Advance(TimeSpan.FromHours(2));
        silences.Now.ShouldBeEmpty();
        await rig.SayAsync(SenderRig.Row("later"));
        await SaidAsync("emergency", "alert", "later");
        (await rig.FindAsync("receipt")).State.ShouldBe(OutboxState.Muted);
    }

    [Fact]
    public async Task What_waits_when_the_silence_begins_is_not_said()
    {
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, _channel);
        OutboxMessage planned = SenderRig.Row("planned");
        planned.NextAttemptAt = Start.AddMinutes(5);
        await rig.SayAsync(planned);
        await rig.Host.Services.GetRequiredService<Silences>().StartAsync("一群", null, "陈秀兰", Token);
        _clock.Advance(TimeSpan.FromMinutes(6));
        await rig.SayAsync(SenderRig.Row("other", "二群"));
        await SaidAsync("other");
        await Eventually.TrueAsync(async () => (await rig.FindAsync("planned")).State == OutboxState.Muted, "the planned row muted");
        _channel.Tried.ShouldNotContain("planned");
    }

    [Fact]
    public async Task A_notice_for_many_groups_waits_in_the_silent_ones_only()
    {
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, _channel);
        await rig.Host.Services.GetRequiredService<Silences>().StartAsync("一群", null, "陈秀兰", Token);
        await rig.Host.Writes.RunAsync((db, token) => rig.Host.Outbox.SayToAllAsync(db, SenderRig.Row("n:"), ["一群", "二群"], token), Token);
        await SaidAsync("n:二群");
        (await rig.FindAsync("n:一群")).State.ShouldBe(OutboxState.Muted);
    }

    [Fact]
    public async Task A_restart_forgets_no_silence_and_no_end_of_it()
    {
        await using (SenderRig rig = await SenderRig.StartAsync(_folder, _clock, _channel))
        {
            await rig.Host.Services.GetRequiredService<Silences>().StartAsync("一群", Start.AddHours(1), "陈秀兰", Token);
        }
        await using (SenderRig rig = await SenderRig.StartAsync(_folder, _clock, _channel))
        {
            await rig.SayAsync(SenderRig.Row("during"));
            (await rig.FindAsync("during")).State.ShouldBe(OutboxState.Muted);
        }
        _clock.Advance(TimeSpan.FromMinutes(61));
        await using (SenderRig rig = await SenderRig.StartAsync(_folder, _clock, _channel))
        {
            await rig.SayAsync(SenderRig.Row("after"));
            await SaidAsync("after");
            (await rig.FindAsync("during")).State.ShouldBe(OutboxState.Muted);
        }
    }

    [Fact]
    public async Task Speaking_again_ends_it_at_once()
    {
        await using SenderRig rig = await SenderRig.StartAsync(_folder, _clock, _channel);
        Silences silences = rig.Host.Services.GetRequiredService<Silences>();
        await silences.StartAsync(Silence.Everywhere, null, "管理员", Token);
        (await silences.EndAsync(Silence.Everywhere, Token)).ShouldBeTrue();
        (await silences.EndAsync(Silence.Everywhere, Token)).ShouldBeFalse();
        await rig.SayAsync(SenderRig.Row("again"));
        await SaidAsync("again");
    }

    private Task SaidAsync(params string[] keys) =>
        Eventually.TrueAsync(() => _channel.Tried.Order().SequenceEqual(keys.Order()), $"said: {string.Join(", ", keys)}");
}
