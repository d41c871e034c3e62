using Bot.Messaging;
using Bot.Tickets;
using Bot.Tickets.Deadlines;
using Bot.Tickets.Moves;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Tickets;

/// <summary>What nobody heard binds nobody: no apology for it, no contact, no silence that says yes.</summary>
public sealed class ToldTests
{
    private const string Other = "桂花社区大群";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_apology_goes_where_the_promise_was_heard()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder);
        int number = await rig.OpenAsync();
        TicketReport elsewhere = Given.Report("36号楼电梯响", "老周", "m7", rig.Now);
        elsewhere.Conversation = Other;
        await rig.SayAsync(number, ticket => ticket.Join(elsewhere, Given.Deadlines));
        await rig.ReceiptAsync(number);
        await rig.ReceiptAsync(number, Other, OutboxState.Muted);
        (await LateAsync(rig, "2026-11-24 15:00")).ShouldHaveSingleItem().Conversation.ShouldBe(Given.Group);
    }

    [Theory]
    [InlineData(OutboxState.Muted)]
    [InlineData(OutboxState.Draft)]
    [InlineData(OutboxState.Dropped)]
    [InlineData(OutboxState.Withdrawn)]
    public async Task Nobody_apologises_for_a_promise_that_nobody_heard(OutboxState receipt)
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder);
        int number = await rig.OpenAsync();
        await rig.ReceiptAsync(number, state: receipt);
        (await LateAsync(rig, "2026-11-24 15:00")).ShouldBeEmpty();
        (await rig.SaidAsync()).ShouldContain(row => row.Text.Contains("说好今天下午3点回话，已经过了。请马上联系反映人。", StringComparison.Ordinal));
        (await rig.TicketAsync(number)).IsOverdue(rig.Now).ShouldBeTrue();
    }

    [Fact]
    public async Task A_time_changed_in_silence_is_not_apologised_for()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder);
        int number = await rig.OpenAsync();
        await rig.ReceiptAsync(number);
        ChangePromise quietly = new(number, 1, "陈建国", At("2026-11-24 17:00"), "等配件", Tell: false);
        (await rig.Get<ChangePromiseHandler>().HandleAsync(quietly, Token)).IsDone.ShouldBeTrue();
        (await LateAsync(rig, "2026-11-24 17:00")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Done_where_nobody_can_be_asked_is_no_contact_and_nobody_was_asked()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder);
        RecordedByHand written = await rig.Get<RecordByHandHandler>().HandleAsync(
            new RecordByHand("陈建国", "k1", ByHand.Phone, Given.Group, "楼道灯不亮", new TicketCorrection(), "张阿姨", null, null, TellGroup: false), Token);
        TicketResult result = await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(written.Ticket, int.MaxValue, "陈建国", "换了灯泡"), Token);
        (result.IsDone, result.Unheard).ShouldBe((true, "反映人不在群里，请回电"));
        Ticket ticket = await rig.TicketAsync(written.Ticket);
        (ticket.State, ticket.AskedAt, ticket.ContactedAt).ShouldBe((TicketState.Resolved, null, null));
        rig.Clock.Advance(TimeSpan.FromDays(9));
        await rig.Get<DueDesk>().RunAsync(Token);
        (await rig.TicketAsync(written.Ticket)).State.ShouldBe(TicketState.Resolved);
    }

    [Fact]
    public async Task A_request_that_was_dropped_is_answered_by_no_silence()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder);
        int number = await rig.OpenAsync();
        await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, 1, "陈建国", "换了导靴"), Token);
        await rig.Host.Writes.RunAsync((db, token) => db.Set<OutboxMessage>().ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OutboxState.Dropped), token), Token);
        rig.Clock.AdvanceTo(At("2026-11-28 09:00"));
        await rig.Get<DueDesk>().RunAsync(Token);
        Ticket ticket = await rig.TicketAsync(number);
        (ticket.State, ticket.AskedAt, ticket.ContactedAt, ticket.LookAt).ShouldBe((TicketState.Resolved, null, null, null));
        ticket.History[^1].Note.ShouldBe("请居民确认的话没有发出去，等人来核验");
    }

    [Fact]
    public async Task Silence_counts_from_when_the_request_was_heard()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await StartAsync(folder);
        int number = await rig.OpenAsync();
        await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, 1, "陈建国", "换了导靴"), Token);
        rig.Clock.AdvanceTo(At("2026-11-26 16:00"));
        await rig.Get<DueDesk>().RunAsync(Token);
        await rig.SendAsync();
        rig.Clock.AdvanceTo(At("2026-11-28 16:00"));
        await rig.Get<DueDesk>().RunAsync(Token);
        (await rig.TicketAsync(number)).State.ShouldBe(TicketState.Resolved);
        rig.Clock.AdvanceTo(At("2026-11-29 16:00"));
        await rig.Get<DueDesk>().RunAsync(Token);
        (await rig.TicketAsync(number)).VerifiedHow.ShouldBe(Verification.Silence);
    }

    private static Task<TicketRig> StartAsync(TempFolder folder) => TicketRig.StartAsync(folder, clock: new ManualTimeProvider(At("2026-11-23 15:07")));

    private static async Task<OutboxMessage[]> LateAsync(TicketRig rig, string time)
    {
        rig.Clock.AdvanceTo(At(time));
        await rig.Get<DueDesk>().RunAsync(Token);
        return [.. (await rig.SaidAsync()).Where(row => row.Key.StartsWith("late:", StringComparison.Ordinal))];
    }

    private static DateTimeOffset At(string local) => Given.Clock.Instant(DateTime.Parse(local));
}
