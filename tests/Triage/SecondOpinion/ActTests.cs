using Bot.Tickets;
using Bot.Tickets.Moves;
using Bot.Triage;
using Bot.Triage.Review;
using Bot.Triage.SecondOpinion;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Triage.SecondOpinion;

/// <summary>What is done on an opinion, and how it is taken back.</summary>
public sealed class ActTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sure_opinion_opens_a_ticket_that_still_waits_for_a_person()
    {
        await using OpinionRig rig = await OpinionRig.StartAsync();
        rig.Stub.Act = ModelStub.Say(ModelStub.Matter(reason: "夜里扰民，<b>要处理</b>"));
        long seq = await rig.WonderAsync();

        AskedOpinion opinion = await rig.SettledAsync(seq);
        opinion.Act.ShouldBe(OpinionAct.Open);
        (opinion.Model, opinion.Prompt, opinion.Confidence).ShouldBe(("stub-1", "second-opinion 1", 0.95));
        MessageDecision decision = await rig.DecisionAsync(seq);
        (decision.ReviewedBy, decision.NeedsReview, decision.Opened, decision.Kind).ShouldBe(("模型", false, true, Kind.Issue));
        decision.Reason.ShouldBe("拿不准；模型（stub-1）说：夜里扰民，b要处理/b");
        Ticket ticket = await rig.TicketAsync(decision.Ticket!.Value);
        (ticket.State, ticket.Topic, ticket.Location).ShouldBe((TicketState.Captured, "噪声", "2号楼2单元"));
        string receipt = (await rig.ToldAsync()).ShouldHaveSingleItem();
        receipt.ShouldContain($"{ticket.Number}号");
        receipt.ShouldNotContain("扰民");
        // what a model says is no example for the engine
        (await rig.ReadAsync(db => db.Set<MessageCorrection>().CountAsync(Token))).ShouldBe(0);
    }

    [Fact]
    public async Task A_sure_opinion_puts_talk_away_in_silence_and_one_tap_brings_it_back()
    {
        await using OpinionRig rig = await OpinionRig.StartAsync();
        rig.Stub.Act = ModelStub.Say(ModelStub.Opinion("chat", reason: "说的是电视剧"));
        long seq = await rig.WonderAsync();

        (await rig.SettledAsync(seq)).Act.ShouldBe(OpinionAct.Dismiss);
        (await rig.DecisionAsync(seq)).NeedsReview.ShouldBeFalse();
        (await rig.ToldAsync()).ShouldBeEmpty();

        (await rig.Host.Get<UndoOpinionHandler>().HandleAsync(new UndoOpinion(seq, "陈秀兰"), Token)).IsDone.ShouldBeTrue();
        MessageDecision decision = await rig.DecisionAsync(seq);
        (decision.NeedsReview, decision.ReviewedBy).ShouldBe((true, null));
        (await rig.OpinionAsync(seq))!.UndoneBy.ShouldBe("陈秀兰");
        (await rig.Host.Get<UndoOpinionHandler>().HandleAsync(new UndoOpinion(seq, "陈秀兰"), Token)).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task A_matter_already_known_is_joined_and_left_again()
    {
        await using OpinionRig rig = await OpinionRig.StartAsync();
        int older = await rig.OpenAsync("路灯不亮", topic: "路灯", location: "5号楼"), number = await rig.OpenAsync();
        rig.Stub.Act = ModelStub.Say(ModelStub.Opinion("issue", "生活便民", "噪声", "normal", joins: 1));
        long seq = await rig.WonderAsync("我也听到了");

        (await rig.SettledAsync(seq)).Act.ShouldBe(OpinionAct.Join);
        (await rig.DecisionAsync(seq)).Ticket.ShouldBe(number);
        (await rig.TicketAsync(number)).Reports.Count.ShouldBe(2);
        (await rig.TicketAsync(older)).Reports.Count.ShouldBe(1);
        (await rig.ToldAsync()).ShouldBeEmpty();

        (await rig.Host.Get<UndoOpinionHandler>().HandleAsync(new UndoOpinion(seq, "陈秀兰"), Token)).IsDone.ShouldBeTrue();
        (await rig.TicketAsync(number)).Reports.Count.ShouldBe(1);
        (await rig.DecisionAsync(seq)).NeedsReview.ShouldBeTrue();
    }

    [Fact]
    public async Task A_ticket_opened_on_an_opinion_is_taken_back_as_no_matter_unless_somebody_works_on_it()
    {
        await using OpinionRig rig = await OpinionRig.StartAsync();
        rig.Stub.Act = ModelStub.Say(ModelStub.Matter());
        long seq = await rig.WonderAsync(), other = await rig.WonderAsync("楼道灯好像又那样了", "5幢老赵头", location: "5号楼");
        int number = (await rig.SettledAsync(seq)).Ticket!.Value, second = (await rig.SettledAsync(other)).Ticket!.Value;

        (await rig.Host.Get<UndoOpinionHandler>().HandleAsync(new UndoOpinion(seq, "陈秀兰"), Token)).IsDone.ShouldBeTrue();
        (await rig.TicketAsync(number)).State.ShouldBe(TicketState.Rejected);
        await rig.Host.Get<AcceptTicketHandler>().HandleAsync(new AcceptTicket(second, (await rig.TicketAsync(second)).Version, "陈秀兰"), Token);
        (await rig.Host.Get<UndoOpinionHandler>().HandleAsync(new UndoOpinion(other, "陈秀兰"), Token)).Message!.ShouldContain("已经有人处理");
    }

    [Fact]
    public async Task An_unsure_opinion_changes_nothing_but_is_shown()
    {
        await using OpinionRig rig = await OpinionRig.StartAsync();
        rig.Stub.Act = ModelStub.Say(ModelStub.Matter(sure: 0.7, reason: "可能在说噪声"));
        long seq = await rig.WonderAsync();

        (await rig.SettledAsync(seq)).Act.ShouldBe(OpinionAct.Leave);
        MessageDecision decision = await rig.DecisionAsync(seq);
        decision.NeedsReview.ShouldBeTrue();
        decision.Reason.ShouldEndWith("说：可能在说噪声");
        (await rig.TicketsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_silent_only_comes_before_a_person()
    {
        await using OpinionRig rig = await OpinionRig.StartAsync();
        rig.Stub.Act = ModelStub.Say(ModelStub.Matter(sure: 1));
        long seq = await rig.WonderAsync(doubt: DoubtSort.Silent);

        (await rig.SettledAsync(seq)).Act.ShouldBe(OpinionAct.ToReview);
        (await rig.DecisionAsync(seq)).NeedsReview.ShouldBeTrue();
        (await rig.TicketsAsync()).ShouldBe(0);
        (await rig.ToldAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_emergency_only_a_model_sees_comes_first_before_people_and_says_nothing_of_its_own()
    {
        await using OpinionRig rig = await OpinionRig.StartAsync();
        rig.Stub.Act = ModelStub.Say(ModelStub.Matter("急病", "high", kind: "emergency"));
        long seq = await rig.WonderAsync("我爸歪在沙发上不吭声");

        Ticket ticket = await rig.TicketAsync((await rig.SettledAsync(seq)).Ticket!.Value);
        ticket.Urgency.ShouldBe(Urgency.High);
        (await rig.ToldAsync()).ShouldHaveSingleItem().ShouldNotContain("120");
    }

    [Fact]
    public async Task The_person_who_was_faster_wins()
    {
        await using OpinionRig rig = await OpinionRig.StartAsync();
        TaskCompletionSource asked = new(), go = new();
        rig.Stub.Act = async http => { asked.TrySetResult(); await go.Task; await ModelStub.Say(ModelStub.Matter())(http); };
        long seq = await rig.WonderAsync();
        await asked.Task.WaitAsync(Token);

        (await rig.Host.Get<DismissMessageHandler>().HandleAsync(new DismissMessage(seq, "陈秀兰"), Token)).IsDone.ShouldBeTrue();
        go.SetResult();
        (await rig.SettledAsync(seq)).Act.ShouldBe(OpinionAct.Leave);
        MessageDecision decision = await rig.DecisionAsync(seq);
        (decision.ReviewedBy, decision.Reason, decision.Ticket).ShouldBe(("陈秀兰", "拿不准", null));
        (await rig.TicketsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_the_sender_said_better_meanwhile_is_not_opened_twice()
    {
        await using OpinionRig rig = await OpinionRig.StartAsync();
        TaskCompletionSource asked = new(), go = new();
        rig.Stub.Act = async http => { asked.TrySetResult(); await go.Task; await ModelStub.Say(ModelStub.Matter())(http); };
        long seq = await rig.WonderAsync(sender: "2-2-1101豆豆妈");
        await asked.Task.WaitAsync(Token);
        await rig.OpenAsync("2号楼2单元楼上太吵", "2-2-1101豆豆妈", location: "2号楼");
        go.SetResult();

        (await rig.SettledAsync(seq)).Act.ShouldBe(OpinionAct.Leave);
        (await rig.TicketsAsync()).ShouldBe(1);
        (await rig.DecisionAsync(seq)).NeedsReview.ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_is_asked_about_what_a_person_has_decided()
    {
        await using OpinionRig rig = await OpinionRig.StartAsync();
        long seq = await rig.WonderAsync(noted: false);
        await rig.Host.Get<DismissMessageHandler>().HandleAsync(new DismissMessage(seq, "陈秀兰"), Token);
        await rig.WriteAsync((db, _) =>
        {
            DoubtBook book = rig.Host.Get<DoubtBook>();
            db.Add(book.Row(seq, [], DoubtSort.Unsure, Kind.Chat));
            db.AfterCommit(book.Noted.Set);
            return Task.FromResult(true);
        });
        (await rig.SettledAsync(seq)).State.ShouldBe(OpinionState.GivenUp);
        rig.Stub.Received.ShouldBeEmpty();
    }
}
