using Bot.Tickets;
using Bot.Tickets.Moves;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Work;

/// <summary>拆分: messages that are another matter get a ticket of their own, with its place and kind set right at once.</summary>
internal static class SplitActs
{
    public static async Task<IResult> ShowAsync(int number, HttpContext http, TicketQuery query, CancellationToken cancellationToken) =>
        await query.LoadAsync(number, http.Scope(), cancellationToken) is { } model
            ? Page.Of<SplitPage>(new SplitModel(model.Ticket, [], FormOf(model.Ticket)))
            : TicketEndpoints.NotHere(number);

    public static async Task<IResult> SaveAsync(
        int number, [FromForm] CorrectForm? sent, HttpContext http, TicketQuery query, SplitReportHandler handler, CancellationToken cancellationToken)
    {
        CorrectForm form = sent ?? CorrectForm.Empty;
        // No parameter: a list beside the form's own fields is not bound
        long[] chosen = [.. http.Request.Form["report"].Select(text => long.TryParse(text, out long id) ? id : 0)];
        if (form.Read() is not { } labels)
        {
            return await KeepAsync("没有拆：请把什么事、类别、话题、急不急都填好。", StatusCodes.Status400BadRequest);
        }
        TicketResult result = await handler.HandleAsync(new SplitReport(number, form.Version, http.Person(), chosen, labels), cancellationToken);
        return result.IsDone
            ? Acts.Done(http, $"{result.Message}，原来的{number}号不变。", $"/console/tickets/{number}")
            : await KeepAsync($"没有拆：{result.Message}。", StatusCodes.Status409Conflict);

        async Task<IResult> KeepAsync(string error, int status) =>
            await query.LoadAsync(number, http.Scope(), cancellationToken) is { } model
                ? Page.Of<SplitPage>(new SplitModel(model.Ticket, chosen, form with { Version = model.Ticket.Version }, error), status)
                : TicketEndpoints.NotHere(number);
    }

    private static CorrectForm FormOf(Ticket ticket) => new(
        ticket.Version, null, ticket.Category.Name(), ticket.Topic, null, ticket.Urgency.Name(), $"/console/tickets/{ticket.Number}");
}
