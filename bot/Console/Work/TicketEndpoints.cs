using Bot.Console.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Work;

/// <summary>The list of tickets, one ticket, and what a person does to it.</summary>
internal static class TicketEndpoints
{
    // photos are refused from 5 MB on; more is let in, so that the page can say so
    private const long LargestPost = 30_000_000;

    public static void MapTickets(this RouteGroupBuilder console)
    {
        RouteGroupBuilder tickets = console.MapGroup("/tickets");
        tickets.MapGet("", async ([AsParameters] TicketFilter filter, HttpContext http, TicketsQuery query, CancellationToken cancellationToken) =>
            Page.Of<TicketsPage>(await query.LoadAsync(filter, http.Scope(), cancellationToken)));
        RouteGroupBuilder one = tickets.MapGroup("/{number:int}").AddEndpointFilter<TicketInScope>();
        one.MapGet("", ShowAsync);
        MapHandling(one);
        MapCare(one);
        console.MapPost("/outbox/{id:long}/resend", Resend.HandleAsync);
    }

    private static void MapHandling(RouteGroupBuilder tickets)
    {
        tickets.MapGet("/correct", CorrectActs.ShowAsync);
        tickets.MapPost("/correct", CorrectActs.SaveAsync);
        tickets.MapPost("/accept", OneTapActs.AcceptAsync);
        tickets.MapPost("/merge", OneTapActs.MergeAsync);
        tickets.MapPost("/reject", OneTapActs.RejectAsync);
        tickets.MapPost("/place", OneTapActs.AskPlaceAsync);
        tickets.MapPost("/verify", OneTapActs.VerifyAsync);
        tickets.MapPost("/dispatch", HandOverActs.DispatchAsync);
        tickets.MapPost("/claim", HandOverActs.ClaimAsync);
        tickets.MapPost("/return", HandOverActs.ReturnAsync);
        tickets.MapPost("/reassign", HandOverActs.ReassignAsync);
        tickets.MapPost("/unmerge", OneTapActs.UnmergeAsync);
        tickets.MapPost("/undo", OneTapActs.UndoAsync);
        tickets.MapGet("/split", SplitActs.ShowAsync);
        tickets.MapPost("/split", SplitActs.SaveAsync);
        tickets.MapPost("/resolve", WrittenActs.ResolveAsync).WithMetadata(new RequestSizeLimitAttribute(LargestPost));
        tickets.MapPost("/note", WrittenActs.NoteAsync);
        tickets.MapPost("/close", WrittenActs.CloseAsync);
        tickets.MapPost("/reopen", WrittenActs.ReopenAsync);
    }

    private static void MapCare(RouteGroupBuilder tickets)
    {
        tickets.MapPost("/contact", CareActs.ContactAsync);
        tickets.MapPost("/plan", CareActs.PlanAsync);
        tickets.MapPost("/half", CareActs.HalfDoneAsync);
        tickets.MapPost("/escalate", CareActs.EscalateAsync);
        tickets.MapPost("/private", CareActs.SwitchPrivacyAsync);
        tickets.MapPost("/snooze", LaterActs.SnoozeAsync);
        tickets.MapPost("/wake", LaterActs.WakeAsync);
        tickets.MapPost("/promise", LaterActs.ChangePromiseAsync);
        tickets.MapPost("/second", VerdictActs.VerifyBySecondAsync);
        tickets.MapPost("/rate", VerdictActs.RateAsync);
        tickets.MapPost("/exclude", VerdictActs.ExcludeAsync);
    }

    private static async Task<IResult> ShowAsync(
        int number, [FromQuery] int? since, HttpContext http, TicketQuery query, CancellationToken cancellationToken) =>
        await query.LoadAsync(number, http.Scope(), cancellationToken) is { } model ? Page.Of<TicketPage>(model with { Since = since }) : NotHere(number);

    internal static IResult NotHere(int number) =>
        Page.Of<MissingPage>($"没有{number}号工单，可能示例已经清空。", StatusCodes.Status404NotFound);
}
