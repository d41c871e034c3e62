using Bot.Console.Frame;
using Bot.Grids;
using Bot.Tickets.Moves;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bot.Console;

/// <summary>What follows a post: back to a page of the console with one line that says what came of it.</summary>
internal static class Acts
{
    public static string Person(this HttpContext http) => http.User.Identity?.Name ?? "";

    /// <summary>What the person of the request may see.</summary>
    public static Scope Scope(this HttpContext http) =>
        Bot.Grids.Scope.Of(http.RequestServices.GetRequiredService<CommunityStore>().Current, http.Person());

    /// <param name="undo">Where a post takes it back; null when it cannot be.</param>
    public static RedirectHttpResult Done(HttpContext http, string text, string? back, string? undo = null, string? undoWord = null)
    {
        Toast.Leave(http, text, undo: undo, undoWord: undoWord);
        return TypedResults.LocalRedirect(Display.Back(back));
    }

    public static RedirectHttpResult NotDone(HttpContext http, string text, string? back)
    {
        Toast.Leave(http, text, bad: true);
        return TypedResults.LocalRedirect(Display.Back(back));
    }

    /// <summary>"群里明天早上7点半听到。", where the group does not hear of it at once, and what to do where nobody does.</summary>
    public static string Heard(HttpContext http, TicketResult result) => result switch
    {
        { Unheard: { } why } => why + "。",
        { HeldUntil: { } at } when at > Now(http).AddMinutes(1) => $"群里{Clock(http).Say(at, Now(http))}听到。",
        _ => "",
    };

    /// <summary>What is said of the group having heard, where it has.</summary>
    public static string IfHeard(TicketResult result, string words) => result.Unheard is null ? words : "";

    /// <summary>Refusals of a one-tap act lead to the ticket, where the difference can be seen.</summary>
    public static RedirectHttpResult Tell(HttpContext http, TicketResult result, string done, string? back, string? undo = null, string? undoWord = null) => result switch
    {
        { IsDone: true } => Done(http, done + Heard(http, result), back, undo, undoWord),
        { Outcome: TicketOutcome.Stale, Ticket: { } ticket, Seen: { } seen } => NotDone(http, $"没有保存：{result.Message}。", $"/console/tickets/{ticket.Number}?since={seen}"),
        { Ticket: { } ticket } => NotDone(http, $"没有保存：{result.Message}。", $"/console/tickets/{ticket.Number}"),
        _ => NotDone(http, $"没有保存：{result.Message}。", back),
    };

    private static CommunityClock Clock(HttpContext http) => http.RequestServices.GetRequiredService<CommunityClock>();

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}
