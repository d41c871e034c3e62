using Bot.Messaging;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Tests.Support;

namespace Tests.Tickets;

/// <summary>What the state machine promises beyond which move is legal.</summary>
public sealed class LifeTests : IDisposable
{
    private static readonly DateTimeOffset Later = Given.Now.AddHours(3);
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_usual_story_has_all_four_without_an_extra_step()
    {
        Ticket ticket = Given.Ticket();
        ticket.Claim("陈建国", Later);
        ticket.Resolve("换了导靴", null, "陈建国", Later);
        ticket.Hear(FollowUp.Verified, Given.Report("好了", id: "w", at: Later.AddHours(1)), false, Given.Deadlines);
        FourSteps.Of(ticket).ShouldBe(new FourSteps(true, true, true, true));
        ticket.Close(null, false, "陈建国", Later.AddHours(2)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void Words_taken_back_leave_what_staff_wrote_of_the_same_place()
    {
        Ticket ticket = Given.Ticket(text: "36号楼1单元");
        ticket.Note("到36号楼1单元看过，门机坏了", "陈建国", Later);
        ticket.History.Add(new TicketEvent { At = Later, Kind = TicketEventKind.Rated, By = "36-1-502", Note = "不满意，36号楼1单元还在响" });
        ticket.Recall(ticket.Reports[0], "36号楼1单元", Later).ShouldBeTrue();
        ticket.Reports[0].Text.ShouldBe(Message.Hidden);
        ticket.History.Single(line => line.Kind == TicketEventKind.Noted).Note.ShouldBe("到36号楼1单元看过，门机坏了");
        ticket.History.Single(line => line.Kind == TicketEventKind.Rated).Note.ShouldBeNull();
    }

    [Fact]
    public void What_is_missing_of_the_four_is_named()
    {
        Ticket ticket = Given.Ticket();
        ticket.Resolve(null, null, "陈建国", Later);
        ticket.Hear(FollowUp.Verified, Given.Report("好了", id: "w", at: Later), false, Given.Deadlines);
        ticket.Close(null, false, "陈建国", Later).Refusal.ShouldBe("327号四有还缺方案、跟踪，补上一句再办结");
        ticket.MakePlan("换导靴", "陈建国", Later);
        ticket.Note("第二天去看过", "陈建国", Later);
        ticket.Close(null, false, "陈建国", Later).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void A_promise_changed_in_time_moves_the_deadline_but_never_the_one_the_figures_count_by()
    {
        Ticket ticket = Given.Ticket();
        DateTimeOffset first = ticket.DueAt;
        ticket.ChangePromise(first.AddDays(1), "等配件", true, "陈建国", Later, Given.Deadlines).Heard.ShouldBe(Heard.PromiseChanged);
        (ticket.DueAt, ticket.PromisedAt, ticket.FirstDueAt).ShouldBe((first.AddDays(1), first.AddDays(1), first));
        ticket.ContactedAt.ShouldBe(Later);

        DateTimeOffset missed = ticket.DueAt;
        ticket.ChangePromise(missed.AddDays(2), "还在等", true, "陈建国", missed.AddHours(1), Given.Deadlines);
        (ticket.DueAt, ticket.PromisedAt).ShouldBe((missed, missed.AddDays(2)));
    }

    [Fact]
    public void A_half_after_办好_reopens_with_what_is_left()
    {
        Ticket ticket = Given.In(TicketState.Resolved);
        ticket.Hear(FollowUp.HalfDone, Given.Report("好了一半，灯没换", id: "w", at: Later), false, Given.Deadlines).Heard.ShouldBe(Heard.HalfReopened);
        (ticket.IsOpen, ticket.Left, ticket.HalfDoneAt).ShouldBe((true, "好了一半，灯没换", Later));
    }

    [Fact]
    public void A_word_of_a_resident_wakes_what_waits_for_it_and_says_so()
    {
        Ticket ticket = Given.Ticket();
        ticket.Snooze(null, "陈建国", Later, Given.Deadlines);
        ticket.Hear(FollowUp.Update, Given.Report("下午在家", id: "w", at: Later), false, Given.Deadlines);
        ticket.IsSnoozed.ShouldBeFalse();
        ticket.History[^1].Kind.ShouldBe(TicketEventKind.Woken);
    }

    [Fact]
    public void An_emergency_is_never_put_off() => Given.Ticket(urgency: Urgency.Emergency)
        .Snooze(null, "陈建国", Later, Given.Deadlines).Refusal.ShouldBe("327号是紧急的，不能放到稍后");

    [Fact]
    public void Silence_is_counted_apart_from_a_residents_word()
    {
        Ticket ticket = Given.In(TicketState.Resolved);
        ticket.VerifyBySilence(3, Later);
        (ticket.State, ticket.VerifiedHow, ticket.VerifiedBy).ShouldBe((TicketState.Verified, Verification.Silence, Ticket.Machine));
        ticket.History[^1].Note.ShouldBe("3天没有人说没好");
    }

    [Fact]
    public void The_newest_word_of_each_reporter_counts_and_an_excluded_one_stays_to_be_seen()
    {
        Ticket ticket = Given.In(TicketState.Verified);
        ticket.Hear(FollowUp.Unsatisfied, Given.Report("327不满意，来得太晚", id: "r1", at: Later), true, Given.Deadlines).Heard.ShouldBe(Heard.Silent);
        ticket.Hear(FollowUp.Mostly, Given.Report("基本满意", id: "r2", at: Later), true, Given.Deadlines);
        TicketRating rating = ticket.Ratings.ShouldHaveSingleItem();
        rating.Rating.ShouldBe(Rating.Mostly);
        ticket.ExcludeRating(rating.Id, "", "陈建国", Later).IsDone.ShouldBeFalse();
        ticket.ExcludeRating(rating.Id, "说的是另一件事", "陈建国", Later).IsDone.ShouldBeTrue();
        rating.IsExcluded.ShouldBeFalse();
        ticket.ConfirmExclusion(rating.Id, "陈建国", Later).Refusal.ShouldBe("是您自己提的，要另一位同意");
        ticket.ConfirmExclusion(rating.Id, "李芳", Later).IsDone.ShouldBeTrue();
        (rating.IsExcluded, ticket.Ratings.Count).ShouldBe((true, 1));
    }

    [Fact]
    public void 满意_in_answer_to_the_question_verifies_and_不满意_does_not()
    {
        Ticket pleased = Given.In(TicketState.Resolved);
        pleased.Hear(FollowUp.Satisfied, Given.Report("满意", id: "w", at: Later), false, Given.Deadlines);
        (pleased.State, pleased.VerifiedHow).ShouldBe((TicketState.Verified, Verification.Resident));
        Ticket other = Given.In(TicketState.Resolved);
        other.Hear(FollowUp.Unsatisfied, Given.Report("不满意，楼道没扫干净", id: "w", at: Later), false, Given.Deadlines);
        (other.State, other.Ratings[0].Reason).ShouldBe((TicketState.Resolved, "楼道没扫干净"));
    }

    [Theory]
    [InlineData("纠纷", "两家为晾衣服吵起来了", true)]
    [InlineData("噪声", "楼上天天半夜拖椅子", true)]
    [InlineData("噪声", "隔壁装修电钻太吵", false)]
    [InlineData("噪声", "广场舞音响太大", false)]
    [InlineData("助老", "独居老人瘫痪在床没人送饭", true)]
    [InlineData("电梯", "电梯又坏了", false)]
    [InlineData("适老化", "残疾人坡道坏了", false)]
    public void What_is_private_is_known_when_it_opens(string topic, string text, bool expected) =>
        Given.Ticket(topic: topic, text: text).IsPrivate.ShouldBe(expected);

    [Fact]
    public async Task Up_goes_to_the_person_of_the_level_who_hears_it()
    {
        await using TicketRig rig = await TicketRig.StartAsync(_folder);
        int number = await rig.OpenAsync();
        TicketResult result = await rig.Get<EscalateTicketHandler>().HandleAsync(new EscalateTicket(number, 1, "陈建国", "要动大修基金"), Token);
        (result.Ticket!.Level, result.Ticket.Owner).ShouldBe((EscalationLevel.Community, "李芳"));
        (await rig.SaidAsync()).ShouldHaveSingleItem().Conversation.ShouldBe("私信:李芳");
    }

    [Fact]
    public async Task A_rating_is_kept_with_the_ticket()
    {
        await using TicketRig rig = await TicketRig.StartAsync(_folder);
        int number = await rig.OpenAsync();
        await rig.Get<ResolveTicketHandler>().HandleAsync(new ResolveTicket(number, 1, "陈建国", "换了导靴"), Token);
        await rig.Get<RateTicketHandler>().HandleAsync(new RateTicket(number, 2, "李芳", "36-1-502", Rating.Unsatisfied, "来得晚"), Token);
        TicketRating rating = (await rig.TicketAsync(number)).Ratings.ShouldHaveSingleItem();
        (rating.Rating, rating.Reason, rating.By).ShouldBe((Rating.Unsatisfied, "来得晚", "36-1-502"));
    }

    [Fact]
    public async Task What_the_group_hears_holds_no_number_of_a_person()
    {
        await using TicketRig rig = await TicketRig.StartAsync(_folder);
        int number = await rig.OpenAsync();
        (await rig.Get<HalfDoneTicketHandler>().HandleAsync(new HalfDoneTicket(number, 1, "陈建国", "找13812345678修灯"), Token)).IsDone.ShouldBeFalse();
        (await rig.Get<HalfDoneTicketHandler>().HandleAsync(new HalfDoneTicket(number, 1, "陈建国", "灯还没换"), Token)).IsDone.ShouldBeTrue();
        (await rig.SaidAsync()).ShouldHaveSingleItem().Text.ShouldContain("还剩灯还没换。");
    }

    [Fact]
    public void The_level_up_skips_the_lead_who_has_it_already() =>
        Escalations.Next(Given.Directory, Given.Ticket()).ShouldBe(EscalationLevel.Community);
}
