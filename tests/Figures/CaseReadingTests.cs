using Bot.Figures;
using Bot.Tickets;
using Tests.Tickets;

namespace Tests.Figures;

public sealed class CaseReadingTests
{
    private static readonly DateTimeOffset Later = Given.Now.AddHours(1);

    private static FigureCase Read(Ticket ticket, DateTimeOffset? now = null) => CaseReading.Read(ticket, Given.Clock, now ?? Later.AddHours(1));

    private static Ticket Done()
    {
        Ticket ticket = Given.Ticket();
        ticket.Contact("电话说了", "陈建国", Given.Now.AddMinutes(20));
        ticket.Resolve("换了导靴", null, "陈建国", Later);
        return ticket;
    }

    private static void Hear(Ticket ticket, FollowUp said, int minutes = 5) =>
        ticket.Hear(said, Given.Report("…", id: $"w{minutes}", at: Later.AddMinutes(minutes)), pointed: true, Given.Deadlines).IsDone.ShouldBeTrue();

    [Fact]
    public void Nobody_spoke_and_there_is_still_time() =>
        Read(Given.Ticket()).Marks.ShouldBe(Marks.Open);

    [Fact]
    public void Nobody_spoke_in_time() =>
        Read(Given.Ticket(), Given.Now.AddDays(9)).Marks.ShouldBe(Marks.Open | Marks.Overdue | Marks.Due);

    [Fact]
    public void Accepting_it_is_not_speaking_with_anybody()
    {
        Ticket ticket = Given.Ticket();
        ticket.Accept("陈建国", Later);
        Read(ticket).Marks.ShouldBe(Marks.Open);
    }

    [Fact]
    public void Spoken_with_in_time()
    {
        Ticket ticket = Given.Ticket();
        ticket.Contact("电话说了", "陈建国", Given.Now.AddMinutes(20));
        FigureCase one = Read(ticket);
        one.Marks.ShouldBe(Marks.Open | Marks.Due | Marks.Contacted | Marks.InTime);
        one.MinutesToContact.ShouldBe(20);
    }

    [Fact]
    public void Spoken_with_too_late()
    {
        Ticket ticket = Given.Ticket();
        ticket.Contact("电话说了", "陈建国", ticket.FirstDueAt.AddMinutes(1));
        Read(ticket, ticket.FirstDueAt.AddMinutes(2)).Marks.ShouldBe(Marks.Open | Marks.Due | Marks.Contacted);
    }

    [Fact]
    public void A_promise_put_off_does_not_move_the_first_deadline()
    {
        Ticket ticket = Given.Ticket();
        ticket.ChangePromise(ticket.DueAt.AddDays(3), "等配件", tell: false, "陈建国", Later, Given.Deadlines);
        Read(ticket, ticket.FirstDueAt.AddMinutes(1)).Marks.ShouldBe(Marks.Open | Marks.Due);
    }

    [Fact]
    public void Said_to_be_done_and_nobody_answers()
    {
        FigureCase one = Read(Done());
        (one.Marks & (Marks.Done | Marks.FollowedUp | Marks.Answered)).ShouldBe(Marks.Done);
        one.DoneDay.ShouldBe(new DateOnly(2026, 11, 21));
        one.MinutesToDone.ShouldBe(60);
    }

    [Fact]
    public void A_resident_says_good()
    {
        Ticket ticket = Done();
        Hear(ticket, FollowUp.Verified);
        Read(ticket).Marks.ShouldHaveFlag(Marks.Done | Marks.FollowedUp | Marks.Answered | Marks.Good);
    }

    [Fact]
    public void Silence_is_not_good()
    {
        Ticket ticket = Done();
        ticket.VerifyBySilence(7, Later.AddDays(7));
        FigureCase one = Read(ticket, Later.AddDays(8));
        (one.Marks & (Marks.Done | Marks.Silent | Marks.FollowedUp | Marks.Answered | Marks.Good)).ShouldBe(Marks.Done | Marks.Silent);
        ticket.Close(null, told: false, "陈建国", Later.AddDays(8));
        (Read(ticket, Later.AddDays(9)).Marks & (Marks.Unfixed | Marks.Silent)).ShouldBe(Marks.Silent, "closed after a silence is no failure, and no 好了");
    }

    [Fact]
    public void A_colleague_who_looked_is_no_resident_who_answered()
    {
        Ticket ticket = Done();
        ticket.VerifyBySecond("周敏", Later.AddMinutes(9)).IsDone.ShouldBeTrue();
        (Read(ticket).Marks & (Marks.FollowedUp | Marks.Answered | Marks.Good)).ShouldBe(Marks.None);
    }

    [Fact]
    public void A_word_taken_at_the_door_counts_as_said()
    {
        Ticket ticket = Done();
        ticket.Verify("周敏", Later.AddMinutes(9));
        Read(ticket).Marks.ShouldHaveFlag(Marks.FollowedUp | Marks.Answered | Marks.Good);
    }

    [Theory]
    [InlineData(FollowUp.NotFixed)]
    [InlineData(FollowUp.HalfDone)]
    [InlineData(FollowUp.Relapse)]
    public void What_was_not_done_well_comes_back_and_stands_as_said(FollowUp said)
    {
        Ticket ticket = Done();
        Hear(ticket, said);
        FigureCase one = Read(ticket);
        one.Marks.ShouldHaveFlag(Marks.Open | Marks.Done | Marks.Answered | Marks.Reopened);
        one.Marks.ShouldNotHaveFlag(Marks.Good);

        ticket.Resolve("又换了一个", null, "陈建国", Later.AddHours(1));
        Hear(ticket, FollowUp.Verified, minutes: 70);
        one = Read(ticket, Later.AddHours(2));
        one.Marks.ShouldHaveFlag(Marks.Answered | Marks.Good | Marks.Reopened);
        one.MinutesToDone.ShouldBe(120, "until it was really done");
    }

    [Fact]
    public void Ended_without_a_fix()
    {
        Ticket ticket = Given.Ticket();
        ticket.Close("等大修基金", told: true, "陈建国", Later);
        FigureCase one = Read(ticket);
        one.Marks.ShouldHaveFlag(Marks.Unfixed);
        one.Marks.ShouldNotHaveFlag(Marks.Done);
        one.DoneDay.ShouldBe(new DateOnly(2026, 11, 21));
    }

    [Fact]
    public void Ratings_count_by_the_least_content_and_only_those_not_left_out()
    {
        Ticket ticket = Done();
        ticket.Ratings.Add(new TicketRating { Id = 1, By = "36-1-502", Rating = Rating.Mostly });
        Read(ticket).Marks.ShouldHaveFlag(Marks.Rated | Marks.Content);
        ticket.Ratings.Add(new TicketRating { Id = 2, By = "36-1-601", Rating = Rating.Unsatisfied });
        Read(ticket).Marks.ShouldNotHaveFlag(Marks.Content);

        ticket.ExcludeRating(2, "评的是别的事", "陈建国", Later);
        Read(ticket).Marks.ShouldNotHaveFlag(Marks.Content, "one person alone leaves nothing out");
        ticket.ConfirmExclusion(2, "周敏", Later);
        Read(ticket).Marks.ShouldHaveFlag(Marks.Rated | Marks.Content | Marks.Excluded);
    }

    [Theory]
    [InlineData(TicketState.Rejected)]
    [InlineData(TicketState.Merged)]
    public void What_is_no_matter_of_its_own_is_no_case(TicketState state)
    {
        Marks marks = Read(Given.In(state), Given.Now.AddDays(30)).Marks;
        marks.ShouldHaveFlag(Marks.NoCase);
        Measures.All.Where(measure => measure.Counts(marks)).ShouldBeEmpty();
    }

    [Fact]
    public void A_private_matter_is_counted_as_any_other()
    {
        Ticket ticket = Done();
        ticket.SetPrivate(true, "陈建国", Later);
        Marks marks = Read(ticket).Marks;
        marks.ShouldHaveFlag(Marks.Private);
        Measures.Handled.Counts(marks).ShouldBeTrue();
    }
}
