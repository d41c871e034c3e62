using Bot.Messaging;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Tickets;

public sealed class DecisionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accepting_says_nothing_and_tells_whoever_listens()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        List<int> told = [];
        rig.Get<TicketsChanged>().Changed += told.Add;

        (await rig.Get<AcceptTicketHandler>().HandleAsync(new AcceptTicket(number, 1, "周敏"), Token)).IsDone.ShouldBeTrue();

        (await rig.TicketAsync(number)).State.ShouldBe(TicketState.Accepted);
        (await rig.SaidAsync()).ShouldBeEmpty();
        told.ShouldBe([number]);
    }

    [Fact]
    public async Task A_form_that_someone_overtook_is_refused_with_their_name_but_a_neighbours_word_makes_nothing_stale()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        await rig.SayAsync(number, ticket => ticket.Join(Given.Report("我家也是", "小林", "m2"), Given.Deadlines));
        (await rig.Get<AcceptTicketHandler>().HandleAsync(new AcceptTicket(number, 1, "张三"), Token)).IsDone.ShouldBeTrue();

        TicketResult late = await rig.Get<RejectTicketHandler>().HandleAsync(new RejectTicket(number, 1, "李四", "玩笑"), Token);

        (late.Outcome, late.Message).ShouldBe((TicketOutcome.Stale, "张三刚改过，看看差别再保存"));
        (await rig.TicketAsync(number)).State.ShouldBe(TicketState.Accepted);
    }

    [Fact]
    public async Task Resolving_tells_every_group_once_quoting_its_first_report()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        TicketReport elsewhere = Given.Report("36号楼电梯响", "老周", "m7");
        elsewhere.Conversation = "桂花社区大群";
        await rig.SayAsync(number, ticket => ticket.Join(elsewhere, Given.Deadlines));
        await rig.SayAsync(number, ticket => ticket.Join(Given.Report("还在响", "小林", "m8"), Given.Deadlines));

        await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, 3, "陈建国", "换了导靴", "a.jpg"), Token);

        List<OutboxMessage> said = await rig.SaidAsync();
        said.Select(row => (row.Conversation, row.ReplyTo, row.Ticket)).ShouldBe([(Given.Group, "m1", number), ("桂花社区大群", "m7", number)]);
        said[0].Text.ShouldBe("【1号】36号楼1单元电梯异响处理好了（3人反映过）。好了回“1好了”，没好回“1没好”。");
        Ticket ticket = await rig.TicketAsync(number);
        (ticket.Cause, ticket.ResolvedPhoto, ticket.AskedAt).ShouldBe(("换了导靴", "a.jpg", rig.Now));
    }

    [Fact]
    public async Task Resolved_again_after_没好_is_said_again()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, 1, "陈建国"), Token);
        (await rig.SayAsync(number, ticket => ticket.Hear(FollowUp.NotFixed, Given.Report("没好", id: "w", at: rig.Now), false, Given.Deadlines)))
            .Heard.ShouldBe(Heard.Reopened);
        (await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, 2, "陈建国"), Token)).Outcome.ShouldBe(TicketOutcome.Stale);
        (await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, 3, "陈建国"), Token)).IsDone.ShouldBeTrue();

        (await rig.SaidAsync()).Select(row => row.Conversation).ShouldBe([Given.Group, "私信:陈建国", Given.Group]);
    }

    [Fact]
    public async Task Corrections_and_rejections_are_kept_as_labelled_examples()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        await rig.Get<CorrectTicketHandler>().HandleAsync(
            new CorrectTicket(number, 1, "周敏", new TicketCorrection(Category.Environment, "噪声")), Token);
        await rig.Get<CorrectTicketHandler>().HandleAsync(new CorrectTicket(number, 2, "周敏", new TicketCorrection(Matter: "电梯吵")), Token);
        await rig.Get<RejectTicketHandler>().HandleAsync(new RejectTicket(number, 3, "周敏", "玩笑"), Token);

        List<Correction> kept = await rig.Host.ReadAsync(db => db.Set<Correction>().OrderBy(row => row.Id).ToListAsync(Token));
        kept.Count.ShouldBe(2);
        (kept[0].Before.Topic, kept[0].After.Topic, kept[0].After.Category, kept[0].Text, kept[0].By)
            .ShouldBe(("电梯", "噪声", "环境提升", "电梯咔咔响", "周敏"));
        (kept[1].Before.IsMatter, kept[1].After).ShouldBe((true, MatterLabels.NoMatter));
        (await rig.SaidAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Merging_is_silent_keeps_every_message_and_leads_later_words_to_the_survivor()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int first = await rig.OpenAsync();
        int second = await rig.OpenAsync(id: "m2");
        (await rig.Get<MergeTicketHandler>().HandleAsync(new MergeTicket(second, 1, "周敏", 99), Token)).Message.ShouldBe("没有99号工单");
        (await rig.Get<MergeTicketHandler>().HandleAsync(new MergeTicket(second, 1, "周敏", first), Token)).IsDone.ShouldBeTrue();
        await rig.SayAsync(second, ticket => ticket.Join(Given.Report("+1", "小林", "m3"), Given.Deadlines));

        (await rig.TicketAsync(first)).Reports.Select(report => report.MessageId).ShouldBe(["m1", "m2", "m3"]);
        Ticket merged = await rig.TicketAsync(second);
        (merged.State, merged.Reports.Count, merged.MergedInto).ShouldBe((TicketState.Merged, 0, first));
        (await rig.SaidAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Splitting_undoes_a_merge()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        await rig.SayAsync(number, ticket => ticket.Join(Given.Report("楼道灯也不亮", "小林", "m2"), Given.Deadlines));
        long other = (await rig.TicketAsync(number)).Reports[1].Id;

        TicketResult result = await rig.Get<SplitReportHandler>().HandleAsync(new SplitReport(number, 2, "周敏", [other]), Token);

        result.Message.ShouldBe("已拆成2号");
        (await rig.TicketAsync(number)).Reports.Single().MessageId.ShouldBe("m1");
        Ticket opened = await rig.TicketAsync(2);
        (opened.Reports.Single().MessageId, opened.State).ShouldBe(("m2", TicketState.Captured));
    }

    [Fact]
    public async Task Closing_without_a_fix_tells_an_honest_reason_that_fits_the_group()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        CloseTicketHandler close = rig.Get<CloseTicketHandler>();
        (await close.HandleAsync(new CloseTicket(number, 1, "陈建国"), Token)).Message.ShouldBe("1号还没核验，直接办结请写明原因");
        (await close.HandleAsync(new CloseTicket(number, 1, "陈建国", new string('长', 41)), Token)).Message.ShouldBe("要说给群里听的请写在40字以内");
        (await close.HandleAsync(new CloseTicket(number, 1, "陈建国", "找13812345678"), Token)).Message.ShouldBe("里面有电话或证件号，不能发到群里，请去掉");
        (await close.HandleAsync(new CloseTicket(number, 1, "陈建国", "等大修基金"), Token)).IsDone.ShouldBeTrue();

        (await rig.SaidAsync()).Single().Text.ShouldBe("【1号】36号楼1单元电梯异响这次没能办成：等大修基金。抱歉，有变化再告诉大家。");
    }

    [Fact]
    public async Task Verify_then_close_is_silent_and_an_unknown_number_is_said_to_be_unknown()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, 1, "陈建国", "换了导靴"), Token);
        (await rig.Get<VerifyTicketHandler>().HandleAsync(new VerifyTicket(number, 2, "陈建国"), Token)).IsDone.ShouldBeTrue();
        (await rig.Get<CloseTicketHandler>().HandleAsync(new CloseTicket(number, 3, "陈建国"), Token)).IsDone.ShouldBeTrue();
        (await rig.Get<ReopenTicketHandler>().HandleAsync(new ReopenTicket(number, 4, "陈建国", "又响"), Token)).IsDone.ShouldBeTrue();

        (await rig.SaidAsync()).Count.ShouldBe(2, "the result, and that it was handed out again");
        (await rig.Get<AcceptTicketHandler>().HandleAsync(new AcceptTicket(77, 1, "周敏"), Token))
            .ShouldBe(new TicketResult(TicketOutcome.NotFound, Message: "没有77号工单"));
    }

    [Fact]
    public async Task Eight_people_at_once_lose_no_change()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        int number = await rig.OpenAsync();
        int done = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async person =>
        {
            for (int i = 0; i < 10; i++)
            {
                Ticket seen = await rig.TicketAsync(number);
                TicketCorrection correction = new(Location: $"{person}号楼{i + 1}层");
                TicketResult result = await rig.Get<CorrectTicketHandler>().HandleAsync(
                    new CorrectTicket(number, seen.Version, $"第{person}人", correction), Token);
                if (result.IsDone) { Interlocked.Increment(ref done); }
                else { result.Outcome.ShouldBe(TicketOutcome.Stale); }
            }
        }));

        Ticket ticket = await rig.TicketAsync(number);
        (ticket.Version, ticket.History.Count).ShouldBe((done + 1, done + 1));
        ticket.History.Select(line => line.Version).ShouldBe(Enumerable.Range(1, done + 1));
    }
}
