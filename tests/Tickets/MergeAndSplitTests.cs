using Bot.Tickets;
using Bot.Tickets.Moves;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Tickets;

public sealed class MergeAndSplitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_merge_is_taken_back_with_every_message_and_teaches_nothing()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int[] numbers = [await rig.OpenAsync(), await rig.OpenAsync(id: "m2"), await rig.OpenAsync(id: "m3")];
        await MergeAsync(rig, numbers[2], numbers[1]);
        await rig.Get<AcceptTicketHandler>().HandleAsync(new AcceptTicket(numbers[1], 2, "周敏"), Token);
        await MergeAsync(rig, numbers[1], numbers[0]);
        await rig.SayAsync(numbers[1], ticket => ticket.Join(Given.Report("+1", "小林", "m4"), Given.Deadlines));

        (await rig.Get<UnmergeTicketHandler>().HandleAsync(new UnmergeTicket(numbers[1], "周敏"), Token)).IsDone.ShouldBeTrue();

        Ticket back = await rig.TicketAsync(numbers[1]);
        (back.State, back.MergedInto).ShouldBe((TicketState.Accepted, null));
        back.Reports.Select(report => (report.MessageId, report.MergedFrom)).ShouldBe([("m2", null), ("m3", numbers[2])]);
        (await rig.TicketAsync(numbers[0])).Reports.Select(report => report.MessageId).ShouldBe(["m1", "m4"]);
        (await rig.Host.ReadAsync(db => db.Set<Correction>().Select(kept => kept.Ticket).ToListAsync(Token))).ShouldBe([numbers[2]]);
        (await rig.Get<UnmergeTicketHandler>().HandleAsync(new UnmergeTicket(numbers[1], "周敏"), Token)).Message.ShouldBe("2号没有并走，不用撤销");
        (await rig.SaidAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_messages_become_one_new_ticket_with_its_own_labels()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        await rig.SayAsync(number, ticket => ticket.Join(Given.Report("8号楼楼道灯不亮", "小林", "m2"), Given.Deadlines));
        await rig.SayAsync(number, ticket => ticket.Join(Given.Report("8栋我也看到了", "老周", "m3"), Given.Deadlines));
        long[] ids = [.. (await rig.TicketAsync(number)).Reports.Skip(1).Select(report => report.Id)];
        TicketCorrection labels = new(Category.Living, "楼道灯", Urgency.Low, "8号楼", "楼道灯不亮");

        TicketResult result = await rig.Get<SplitReportHandler>().HandleAsync(new SplitReport(number, 3, "周敏", ids, labels), Token);

        result.Message.ShouldBe("已拆成2号");
        Ticket opened = await rig.TicketAsync(2);
        (opened.Topic, opened.Urgency, opened.Location, opened.Matter, opened.State)
            .ShouldBe(("楼道灯", Urgency.Low, "8号楼", "楼道灯不亮", TicketState.Accepted));
        opened.Reports.Select(report => report.MessageId).ShouldBe(["m2", "m3"]);
        (await rig.TicketAsync(number)).Reports.Single().MessageId.ShouldBe("m1");
    }

    [Fact]
    public async Task Not_every_message_can_leave()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        long only = (await rig.TicketAsync(number)).Reports.Single().Id;
        SplitReportHandler handler = rig.Get<SplitReportHandler>();
        (await handler.HandleAsync(new SplitReport(number, 1, "周敏", [only]), Token)).Message.ShouldBe("至少留下一条反映，不能全部拆出");
        (await handler.HandleAsync(new SplitReport(number, 1, "周敏", []), Token)).Message.ShouldBe("1号里没有要拆出的消息");
    }

    private static async Task MergeAsync(TicketRig rig, int number, int into) => (await rig.Get<MergeTicketHandler>()
        .HandleAsync(new MergeTicket(number, (await rig.TicketAsync(number)).Version, "周敏", into), Token)).IsDone.ShouldBeTrue();
}
