using Bot.Console.Frame;
using Bot.Tickets;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Alerts;

/// <summary>Emergencies: the banner of every page, its 知道了, and the list of how they were called out.</summary>
internal static class AlertEndpoints
{
    public static void MapAlerts(this RouteGroupBuilder console)
    {
        console.MapGet("/alerts", async (HttpContext http, AlertsQuery query, CancellationToken cancellationToken) =>
            Page.Of<AlertsPage>(await query.LoadAsync(http.Scope(), cancellationToken)));
        console.MapGet("/alerts/banner", ([FromQuery] string? back) => Page.Part<AlertBanner>(back));
        console.MapPost("/alerts/{ticket:int}/acknowledge", AcknowledgeAsync);
    }

    private static async Task<IResult> AcknowledgeAsync(
        int ticket, [FromForm] string? back, HttpContext http, AlertsQuery query, AcknowledgeAlertHandler handler, CancellationToken cancellationToken)
    {
        if (!await query.SeesAsync(ticket, http.Scope(), cancellationToken)) { return TypedResults.NotFound(); }
        IReadOnlyList<int> ended = await handler.HandleAsync(new AcknowledgeAlert(http.Person(), ticket), cancellationToken);
        return ended.Count > 0
            ? Acts.Done(http, $"知道了。{ticket}号的提醒停了，请尽快去看。", back)
            : Acts.Done(http, $"{ticket}号已经有人去处理了。", back);
    }
}
