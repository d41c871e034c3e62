using System.Net;
using Bot.Messaging;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Review;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Console;

/// <summary>待审: what a worker does with one tap.</summary>
public sealed class ReviewTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_card_shows_the_words_as_said_and_the_guess_below()
    {
        int number = await rig.OpenAsync("咯噔咯噔响，老人不敢坐", urgency: Urgency.High);
        string page = await rig.Worker.GetTextAsync("/console/review");
        int said = page.IndexOf("咯噔咯噔响，老人不敢坐", StringComparison.Ordinal);
        int card = page.IndexOf($"id=\"tickets-{number}\"", StringComparison.Ordinal);
        said.ShouldBeGreaterThan(card);
        page.IndexOf("较急", said, StringComparison.Ordinal).ShouldBeGreaterThan(said);
        page.IndexOf("3号楼1单元", said, StringComparison.Ordinal).ShouldBeGreaterThan(said);
    }

    [Fact]
    public async Task The_most_urgent_stands_first()
    {
        int small = await rig.OpenAsync("花坛有点乱", urgency: Urgency.Low);
        int big = await rig.OpenAsync("电梯停了", urgency: Urgency.High);
        string page = await rig.Worker.GetStringAsync("/console/review", Token);
        page.IndexOf($"id=\"tickets-{big}\"", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf($"id=\"tickets-{small}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accepting_is_one_tap_and_says_so_once()
    {
        int number = await rig.OpenAsync();
        HttpResponseMessage tap = await rig.Worker.PostFormAsync("/console", $"/console/tickets/{number}/accept", ("version", "1"), ("back", "/console/review"));
        tap.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        tap.Headers.Location!.ToString().ShouldBe("/console/review");
        (await rig.Worker.GetTextAsync("/console/review")).ShouldContain($"{number}号已立件。");
        (await rig.Worker.GetTextAsync("/console/review")).ShouldNotContain($"{number}号已立件。");

        Ticket ticket = await rig.TicketAsync(number);
        ticket.State.ShouldBe(TicketState.Accepted);
        ticket.History.ShouldContain(line => line.Kind == TicketEventKind.Accepted && line.By == ConsoleRig.Lead);
        (await rig.ToldAsync(number)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Merging_offers_the_ticket_that_looks_alike()
    {
        int first = await rig.OpenAsync("9号楼电梯坏了", location: "9号楼");
        int second = await rig.OpenAsync("9号楼2单元电梯不动了", "9-2-301", location: "9号楼2单元");
        (await rig.Worker.GetTextAsync($"/console/tickets/{second}")).ShouldContain($"并入{first}号");

        await rig.Worker.PostFormAsync("/console", $"/console/tickets/{second}/merge", ("version", "1"), ("into", first.ToString()), ("back", "/console/review"));
        (await rig.TicketAsync(second)).MergedInto.ShouldBe(first);
        (await rig.TicketAsync(first)).Reports.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Merging_into_words_is_refused_in_words()
    {
        int number = await rig.OpenAsync();
        await rig.Worker.PostFormAsync("/console", $"/console/tickets/{number}/merge", ("version", "1"), ("into", "那一件"), ("back", "/console/review"));
        (await rig.Worker.GetTextAsync($"/console/tickets/{number}")).ShouldContain("没有并入：请写工单编号");
    }

    [Fact]
    public async Task What_is_no_matter_leaves_the_list_in_silence()
    {
        int number = await rig.OpenAsync("今天电梯真热闹");
        await rig.Worker.PostFormAsync("/console", $"/console/tickets/{number}/reject", ("version", "1"), ("back", "/console/review"));
        (await rig.TicketAsync(number)).State.ShouldBe(TicketState.Rejected);
        (await rig.ToldAsync(number)).ShouldBeEmpty();
        (await rig.ReadAsync(db => db.Set<Correction>().SingleAsync(kept => kept.Ticket == number, Token))).After.IsMatter.ShouldBeFalse();
    }

    [Fact]
    public async Task An_unsure_message_becomes_a_ticket_and_the_group_hears_of_it()
    {
        long seq = await rig.WonderAsync("半夜总拖椅子");
        (await rig.Worker.GetTextAsync("/console/review")).ShouldContain("半夜总拖椅子");
        await rig.Worker.PostFormAsync("/console", $"/console/messages/{seq}/accept", ("back", "/console/review"));

        MessageDecision decision = await DecisionAsync(seq);
        decision.NeedsReview.ShouldBeFalse();
        decision.ReviewedBy.ShouldBe(ConsoleRig.Lead);
        Ticket ticket = await rig.TicketAsync(decision.Ticket!.Value);
        ticket.State.ShouldBe(TicketState.Accepted);
        ticket.Topic.ShouldBe("噪声");
        OutboxMessage told = (await rig.ToldAsync(ticket.Number)).ShouldHaveSingleItem();
        told.Text.ShouldContain($"{ticket.Number}号");
        told.ReplyTo.ShouldBe(ticket.Reports.Single().MessageId);
        (await KeptAsync(seq)).After.ShouldBe(Kind.Issue);
    }

    [Fact]
    public async Task A_message_two_workers_look_at_is_opened_once()
    {
        long seq = await rig.WonderAsync();
        await rig.Worker.PostFormAsync("/console", $"/console/messages/{seq}/accept", ("back", "/console/review"));
        await rig.Admin.PostFormAsync("/console", $"/console/messages/{seq}/accept", ("back", "/console/review"));
        (await rig.Admin.GetTextAsync("/console/review")).ShouldContain($"{ConsoleRig.Lead}刚看过这一条");
        (await rig.ReadAsync(db => db.Set<MessageCorrection>().CountAsync(kept => kept.MessageSeq == seq, Token))).ShouldBe(1);
    }

    [Fact]
    public async Task An_unsure_message_can_join_a_ticket()
    {
        int number = await rig.OpenAsync("楼上噪声");
        long seq = await rig.WonderAsync("我也听到了");
        await rig.Worker.PostFormAsync("/console", $"/console/messages/{seq}/merge", ("into", $"{number}号"), ("back", "/console/review"));
        (await DecisionAsync(seq)).Ticket.ShouldBe(number);
        (await rig.TicketAsync(number)).Reports.Count.ShouldBe(2);
        (await rig.ToldAsync(number)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unsure_message_can_be_no_matter()
    {
        long seq = await rig.WonderAsync("哈哈哈");
        await rig.Worker.PostFormAsync("/console", $"/console/messages/{seq}/reject", ("back", "/console/review"));
        MessageDecision decision = await DecisionAsync(seq);
        decision.NeedsReview.ShouldBeFalse();
        decision.Ticket.ShouldBeNull();
    }

    [Fact]
    public async Task An_unsure_message_is_opened_with_labels_set_right()
    {
        long seq = await rig.WonderAsync("半夜总响");
        (await rig.Worker.GetTextAsync($"/console/messages/{seq}/correct")).ShouldContain("半夜总响");
        await rig.Worker.PostFormAsync(
            $"/console/messages/{seq}/correct", $"/console/messages/{seq}/correct",
            ("version", "0"), ("matter", "水泵夜里响"), ("category", "生活便民"), ("topic", "噪声"), ("location", "2号楼"), ("urgency", "high"), ("back", "/console/review"));
        Ticket ticket = await rig.TicketAsync((await DecisionAsync(seq)).Ticket!.Value);
        (ticket.Matter, ticket.Location, ticket.Urgency).ShouldBe(("水泵夜里响", "2号楼", Urgency.High));
    }

    [Fact]
    public async Task A_wrong_kind_is_set_right_and_kept_as_an_example()
    {
        long seq = await rig.WonderAsync("收废品，电话联系");
        await rig.Worker.PostFormAsync("/console/messages", $"/console/messages/{seq}/kind", ("kind", "Ad"), ("back", "/console/messages"));
        (await DecisionAsync(seq)).Kind.ShouldBe(Kind.Ad);
        (await KeptAsync(seq)).Before.ShouldBe(Kind.Chat);
    }

    private Task<MessageDecision> DecisionAsync(long seq) =>
        rig.ReadAsync(db => db.Set<MessageDecision>().SingleAsync(decision => decision.MessageSeq == seq, Token));

    private Task<MessageCorrection> KeptAsync(long seq) =>
        rig.ReadAsync(db => db.Set<MessageCorrection>().SingleAsync(kept => kept.MessageSeq == seq, Token));
}
