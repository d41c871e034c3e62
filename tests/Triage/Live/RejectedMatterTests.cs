using Bot.Tickets;
using Bot.Tickets.Moves;
using Bot.Triage;

namespace Tests.Triage.Live;

/// <summary>What is said after a worker has rejected or merged a matter.</summary>
public sealed class RejectedMatterTests
{
    private const string Reporter = "6号楼王阿姨";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_rejection_the_next_report_is_judged_on_its_own()
    {
        await using LiveRig rig = await LiveRig.StartAsync();
        await rig.SayAsync(Reporter, "我们楼电梯又坏了");
        await RejectAsync(rig, 1);

        MessageDecision next = await rig.SayAsync(Reporter, "楼道灯也不亮 黑灯瞎火的");
        (next.Kind, next.Ticket, next.Opened).ShouldBe((Kind.Issue, 2, true));
    }

    [Fact]
    public async Task A_quote_of_what_was_rejected_is_judged_on_its_own()
    {
        await using LiveRig rig = await LiveRig.StartAsync();
        await rig.SayAsync(Reporter, "我们楼电梯又坏了");
        await RejectAsync(rig, 1);

        MessageDecision next = await rig.SayAsync("3-1-502", "我家卫生间天花板在漏水 滴了一晚上", replyTo: "t1");
        (next.Kind, next.Ticket, next.Opened).ShouldBe((Kind.Issue, 2, true));
    }

    [Fact]
    public async Task After_a_merge_words_lead_to_the_survivor()
    {
        await using LiveRig rig = await LiveRig.StartAsync();
        await rig.SayAsync(Reporter, "我们楼电梯又坏了");
        rig.Clock.Advance(TimeSpan.FromMinutes(10));
        await rig.SayAsync("3-1-502", "我家卫生间天花板在漏水 滴了一晚上");
        Ticket second = await rig.TicketAsync(2);
        (await rig.Host.Get<MergeTicketHandler>().HandleAsync(new MergeTicket(2, second.Version, "陈秀兰", 1), Token)).IsDone.ShouldBeTrue();

        (await rig.SayAsync("2-2-1101豆豆妈", "2号还没好", replyTo: null)).Ticket.ShouldBe(1);
        (await rig.SayAsync("3-1-502", "我家也是", replyTo: "t2")).Ticket.ShouldBe(1);
    }

    private static async Task RejectAsync(LiveRig rig, int number)
    {
        Ticket ticket = await rig.TicketAsync(number);
        (await rig.Host.Get<RejectTicketHandler>().HandleAsync(new RejectTicket(number, ticket.Version, "陈秀兰", "已经修好"), Token)).IsDone.ShouldBeTrue();
    }
}
