using Bot.Tickets;
using Bot.Tickets.Moves;
using Tests.Support;

namespace Tests.Tickets;

/// <summary>What one ticket takes over from another, and gives back.</summary>
public sealed class TakenOverTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_merge_taken_back_gives_back_place_and_urgency_and_calls_people_to_the_danger()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int plain = await rig.OpenAsync(location: null);
        int danger = await rig.OpenAsync(Urgency.Emergency, "m2", topic: "燃气", location: "3号楼");
        await rig.Get<MergeTicketHandler>().HandleAsync(new MergeTicket(danger, 1, "周敏", plain), Token);
        Ticket both = await rig.TicketAsync(plain);
        (both.Location, both.Urgency).ShouldBe(("3号楼", Urgency.Emergency));
        (await rig.Get<UnmergeTicketHandler>().HandleAsync(new UnmergeTicket(danger, "周敏"), Token)).IsDone.ShouldBeTrue();
        Ticket first = await rig.TicketAsync(plain);
        (first.Location, first.Urgency).ShouldBe((null, Urgency.Normal));
        (await rig.AlertsAsync()).ShouldHaveSingleItem().Ticket.ShouldBe(danger);
    }

    [Fact]
    public async Task What_a_person_has_set_since_is_not_given_back()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int plain = await rig.OpenAsync(location: null);
        int other = await rig.OpenAsync(id: "m2", location: "3号楼");
        await rig.Get<MergeTicketHandler>().HandleAsync(new MergeTicket(other, 1, "周敏", plain), Token);
        await rig.SayAsync(plain, ticket => ticket.Correct(new TicketCorrection(Location: "5号楼"), "周敏", rig.Now, Given.Deadlines));
        await rig.Get<UnmergeTicketHandler>().HandleAsync(new UnmergeTicket(other, "周敏"), Token);
        (await rig.TicketAsync(plain)).Location.ShouldBe("5号楼");
    }

    [Fact]
    public async Task What_is_private_stays_so_in_the_one_it_is_merged_into_and_in_what_is_split_off()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int plain = await rig.OpenAsync();
        int secret = await rig.OpenAsync(id: "m2", topic: "纠纷");
        await rig.Get<MergeTicketHandler>().HandleAsync(new MergeTicket(secret, 1, "周敏", plain), Token);
        Ticket both = await rig.TicketAsync(plain);
        both.IsPrivate.ShouldBeTrue();
        long other = both.Reports.Single(report => report.MessageId == "m1").Id;
        await rig.Get<SplitReportHandler>().HandleAsync(new SplitReport(plain, int.MaxValue, "周敏", [other]), Token);
        (await rig.TicketAsync(3)).IsPrivate.ShouldBeTrue();
    }

    [Fact]
    public async Task A_form_changes_only_what_its_person_changed()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync(location: null);
        TicketCorrection shown = new(Category.Living, "电梯", Urgency.Normal, "", "电梯异响");
        await rig.SayAsync(number, ticket => ticket.Raise(Urgency.Emergency, "小林", rig.Now, Given.Deadlines));
        await rig.SayAsync(number, ticket => ticket.Locate("3号楼", "小林", rig.Now));
        CorrectTicketHandler correct = rig.Get<CorrectTicketHandler>();
        (await correct.HandleAsync(new CorrectTicket(number, 1, "周敏", shown with { Matter = "电梯困人" }, shown), Token)).IsDone.ShouldBeTrue();
        Ticket ticket = await rig.TicketAsync(number);
        (ticket.Urgency, ticket.Location, ticket.Matter).ShouldBe((Urgency.Emergency, "3号楼", "电梯困人"));
    }

    [Fact]
    public async Task A_field_that_both_changed_is_refused()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync(location: null);
        TicketCorrection shown = new(Category.Living, "电梯", Urgency.Normal, "", "电梯异响");
        await rig.SayAsync(number, ticket => ticket.Locate("3号楼", "小林", rig.Now));
        TicketResult late = await rig.Get<CorrectTicketHandler>().HandleAsync(new CorrectTicket(number, 1, "周敏", shown with { Location = "5号楼" }, shown), Token);
        (late.Outcome, late.Message).ShouldBe((TicketOutcome.Stale, "小林刚改过，看看差别再保存"));
        (await rig.TicketAsync(number)).Location.ShouldBe("3号楼");
    }
}
