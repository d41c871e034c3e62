using Bot.Console.Frame;
using Microsoft.AspNetCore.Http.HttpResults;
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
        tickets.MapGet("/{number:int}", ShowAsync);
        tickets.MapGet("/{number:int}/correct", CorrectActs.ShowAsync);
        tickets.MapPost("/{number:int}/correct", CorrectActs.SaveAsync);
        tickets.MapPost("/{number:int}/accept", OneTapActs.AcceptAsync);
        tickets.MapPost("/{number:int}/merge", OneTapActs.MergeAsync);
        tickets.MapPost("/{number:int}/reject", OneTapActs.RejectAsync);
        tickets.MapPost("/{number:int}/verify", OneTapActs.VerifyAsync);
        tickets.MapPost("/{number:int}/dispatch", HandOverActs.DispatchAsync);
        tickets.MapPost("/{number:int}/claim", HandOverActs.ClaimAsync);
        tickets.MapPost("/{number:int}/return", HandOverActs.ReturnAsync);
        tickets.MapPost("/{number:int}/reassign", HandOverActs.ReassignAsync);
        tickets.MapPost("/{number:int}/unmerge", OneTapActs.UnmergeAsync);
        tickets.MapGet("/{number:int}/split", SplitActs.ShowAsync);
        tickets.MapPost("/{number:int}/split", SplitActs.SaveAsync);
        tickets.MapPost("/{number:int}/resolve", WrittenActs.ResolveAsync).WithMetadata(new RequestSizeLimitAttribute(LargestPost));
        tickets.MapPost("/{number:int}/note", WrittenActs.NoteAsync);
        tickets.MapPost("/{number:int}/close", WrittenActs.CloseAsync);
        tickets.MapPost("/{number:int}/reopen", WrittenActs.ReopenAsync);
        console.MapPost("/outbox/{id:long}/resend", Resend.HandleAsync);
    }

    private static async Task<IResult> ShowAsync(int number, HttpContext http, TicketQuery query, CancellationToken cancellationToken) =>
        await query.LoadAsync(number, http.Person(), cancellationToken) is { } model ? Page.Of<TicketPage>(model) : NotHere(number);

    internal static RazorComponentResult<MissingPage> NotHere(int number) =>
        Page.Of<MissingPage>($"没有{number}号工单，可能示例已经清空。", StatusCodes.Status404NotFound);
}
