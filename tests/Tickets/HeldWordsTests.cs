using Bot.Grids;
using Bot.Messaging;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Tests.Support;

namespace Tests.Tickets;

/// <summary>What nobody asked for waits for the morning and for its turn, and is not said when it is no longer true.</summary>
public sealed class HeldWordsTests
{
    // What is said of 办好 waits until it can no longer be taken back
    private static readonly TimeSpan Regret = TimeSpan.FromSeconds(12);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_result_of_the_night_is_heard_in_the_morning_in_the_words_of_that_day()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder, "2026-11-23 22:10");
        int number = await rig.OpenAsync();
        TicketResult changed = await rig.Get<ChangePromiseHandler>().HandleAsync(
            new ChangePromise(number, 1, "陈建国", At("2026-11-24 15:00"), "配件没到"), Token);
        changed.HeldUntil.ShouldBe(At("2026-11-24 07:30"));
        OutboxMessage held = (await rig.SaidAsync()).ShouldHaveSingleItem();
        held.NextAttemptAt.ShouldBe(At("2026-11-24 07:30"));
        held.Text.ShouldContain("今天下午3点前");
    }

    [Fact]
    public async Task What_was_undone_in_the_night_is_never_heard()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder, "2026-11-23 22:10");
        int number = await rig.OpenAsync();
        await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, 1, "陈建国", "换了导靴"), Token);
        (await rig.SaidAsync()).Single(row => row.Conversation == Given.Group).State.ShouldBe(OutboxState.Queued);
        int version = (await rig.TicketAsync(number)).Version;
        (await rig.Get<ReopenTicketHandler>().HandleAsync(new ReopenTicket(number, version, "陈建国", "又响了"), Token)).IsDone.ShouldBeTrue();
        (await rig.SaidAsync()).First(row => row.Conversation == Given.Group).State.ShouldBe(OutboxState.Dropped);
    }

    [Fact]
    public async Task A_resident_who_says_it_is_done_before_the_group_was_asked_is_not_asked()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder, "2026-11-23 22:10");
        int number = await rig.OpenAsync();
        await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, 1, "陈建国", "换了导靴"), Token);
        await rig.SayAsync(number, ticket => ticket.Verify("36-1-502", rig.Now));
        (await rig.SaidAsync()).Single(row => row.Conversation == Given.Group).State.ShouldBe(OutboxState.Dropped);
    }

    [Fact]
    public async Task Who_is_not_satisfied_in_the_night_takes_no_line_of_the_group_away()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder, "2026-11-23 22:10");
        int number = await rig.OpenAsync();
        await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, 1, "陈建国", "换了导靴"), Token);
        int version = (await rig.TicketAsync(number)).Version;
        (await rig.Get<RateTicketHandler>().HandleAsync(new RateTicket(number, version, "陈建国", "36-1-502", Rating.Unsatisfied, "又响了"), Token)).IsDone.ShouldBeTrue();
        (await rig.SaidAsync()).First(row => row.Conversation == Given.Group).State.ShouldBe(OutboxState.Queued);
    }

    [Theory]
    [InlineData(Urgency.Normal, "2026-11-24 07:30")]
    [InlineData(Urgency.Emergency, "2026-11-23 22:10")]
    public async Task Who_does_it_instead_is_told_in_the_morning_unless_there_is_danger(Urgency urgency, string heard)
    {
        using TempFolder folder = new();
        Partner power = new("城东供电所") { Topics = ["电梯"], Phone = "010-55550103" };
        await using TicketRig rig = await TicketRig.StartAsync(folder, Given.Directory with { Partners = [power] }, new ManualTimeProvider(At("2026-11-23 22:10")));
        int number = await rig.OpenAsync(urgency);
        await rig.Get<DispatchTicketHandler>().HandleAsync(new DispatchTicket(number, 1, "陈建国", power.Name, Phoned: true, Tell: true), Token);
        (await rig.SaidAsync()).Last(row => row.Conversation == Given.Group).NextAttemptAt.ShouldBe(At(heard));
    }

    [Fact]
    public async Task A_group_hears_at_most_six_results_an_hour_and_receipts_at_once()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder, "2026-11-23 10:00");
        for (int i = 1; i <= 8; i++)
        {
            int number = await rig.OpenAsync(id: $"m{i}");
            await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, 1, "陈建国", "换了导靴"), Token);
        }
        DateTimeOffset[] times = [.. (await rig.SaidAsync()).Where(row => row.Conversation == Given.Group).Select(row => row.NextAttemptAt)];
        times.Count(at => at == rig.Now + Regret).ShouldBe(GroupBudget.PerHour);
        times.Count(at => at == rig.Now.AddHours(1) + Regret).ShouldBe(2);
    }

    private static Task<TicketRig> StartAsync(TempFolder folder, string time) => TicketRig.StartAsync(folder, clock: new ManualTimeProvider(At(time)));

    private static DateTimeOffset At(string local) => Given.Clock.Instant(DateTime.Parse(local));
}
