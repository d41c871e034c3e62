using Bot.Tickets;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Tickets;

/// <summary>超时: a word that was promised is owed, or the matter must be done.</summary>
public sealed class OverdueTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_promise_that_was_kept_is_not_overdue_until_the_matter_must_be_done()
    {
        Ticket ticket = Given.Ticket();
        ticket.IsOverdue(ticket.PromisedAt).ShouldBeTrue();
        ticket.Contact("说好周五来", "陈建国", Given.Now.AddHours(1));
        ticket.IsOverdue(ticket.PromisedAt).ShouldBeFalse();
        ticket.IsOverdue(ticket.FeedbackDueAt!.Value).ShouldBeTrue();
    }

    [Fact]
    public void What_the_machine_promises_instead_mends_nothing_and_what_a_person_tells_does()
    {
        Ticket ticket = Given.Ticket();
        DateTimeOffset missed = ticket.PromisedAt;
        ticket.MissPromise(missed.AddHours(18), heard: true, missed);
        ticket.IsOverdue(missed.AddHours(1)).ShouldBeTrue();
        ticket.ChangePromise(missed.AddDays(1), "等配件", tell: true, "陈建国", missed.AddHours(2), Given.Deadlines);
        ticket.IsOverdue(missed.AddHours(3)).ShouldBeFalse();
    }

    [Fact]
    public void Asking_after_it_before_anyone_looked_does_not_mend_what_was_missed()
    {
        Ticket ticket = Given.Ticket();
        DateTimeOffset missed = ticket.PromisedAt;
        ticket.Hear(FollowUp.Urge, Given.Report(id: "urge", at: missed.AddMinutes(1)), pointed: true, Given.Deadlines);
        ticket.PromisedAt.ShouldBeGreaterThan(missed);
        ticket.IsOverdue(missed.AddMinutes(2)).ShouldBeTrue();
        ticket.History.Count(line => line.Kind == TicketEventKind.PromiseMissed).ShouldBe(1);
    }

    [Fact]
    public void It_stays_overdue_when_no_more_promises_are_made()
    {
        Ticket ticket = Given.Ticket();
        for (int i = 0; i < 5; i++)
        {
            DateTimeOffset missed = ticket.PromisedAt;
            ticket.MissPromise(missed.AddHours(18), heard: true, missed);
        }
        (ticket.OwesWord, ticket.IsOverdue(ticket.PromisedAt.AddMinutes(1))).ShouldBe((true, true));
    }

    [Fact]
    public void Given_out_again_within_the_hour_a_word_is_owed_again()
    {
        Ticket ticket = Given.Ticket();
        ticket.Contact("说过了", "陈建国", Given.Now.AddMinutes(1));
        ticket.Resolve("换了导靴", null, "陈建国", Given.Now.AddMinutes(2));
        ticket.Reopen("又响", "陈建国", Given.Now.AddMinutes(3), Given.Deadlines);
        ticket.OwesWord.ShouldBeTrue();
    }

    [Fact]
    public async Task The_lists_say_the_same_as_the_ticket()
    {
        using TempFolder folder = new();
        await using TicketRig rig = await TicketRig.StartAsync(folder);
        for (int i = 0; i < 6; i++) { await rig.OpenAsync(id: $"m{i}"); }
        await rig.SayAsync(2, ticket => ticket.Contact("说过了", "陈建国", rig.Now));
        await rig.SayAsync(3, ticket => ticket.MissPromise(ticket.PromisedAt.AddHours(18), heard: true, ticket.PromisedAt));
        await rig.SayAsync(4, ticket => { ticket.FeedbackDueAt = null; return ticket.Contact("说过了", "陈建国", rig.Now); });
        await rig.SayAsync(5, ticket => ticket.ChangePromise(rig.Now.AddDays(3), "等配件", tell: false, "陈建国", rig.Now, Given.Deadlines));
        foreach (int hours in new[] { 0, 23, 24, 48, 71, 72, 24 * 20 })
        {
            DateTimeOffset by = rig.Now.AddHours(hours);
            int[] late = await rig.Host.ReadAsync(db => db.Set<Ticket>().Where(TicketQueries.OverdueBy(by)).Select(one => one.Number).Order().ToArrayAsync(Token));
            int[] inTime = await rig.Host.ReadAsync(db => db.Set<Ticket>().Where(TicketQueries.InTimeUntil(by)).Select(one => one.Number).Order().ToArrayAsync(Token));
            List<Ticket> all = await rig.Host.ReadAsync(db => db.Set<Ticket>().OrderBy(one => one.Number).ToListAsync(Token));
            late.ShouldBe(all.Where(one => one.IsOverdue(by)).Select(one => one.Number), $"{hours} h");
            inTime.ShouldBe(all.Where(one => !one.IsOverdue(by)).Select(one => one.Number), $"{hours} h");
        }
    }
}
