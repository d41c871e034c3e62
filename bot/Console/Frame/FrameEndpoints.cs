using Bot.Tickets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Frame;

/// <summary>What every page has: live counts, the banner and its 知道了, the 大字 switch.</summary>
internal static class FrameEndpoints
{
    public static void MapFrame(this RouteGroupBuilder console)
    {
        // a switch of one's own browser changes nothing for anybody else
        console.MapPost("/display", Display.Switch).AsReader();
        console.MapGet("/events", LiveEvents.Stream);
        console.MapGet("/alerts", Show);
        console.MapGet("/keys", (HttpContext http) => Page.Of<KeysPage>(Display.HasKeys(http)));
        console.MapPost("/alerts/{ticket:int}/acknowledge", AcknowledgeAsync);
    }

    private static RazorComponentResult<AlertBanner> Show([FromQuery] string? back) =>
        new(new Dictionary<string, object?> { [nameof(AlertBanner.Back)] = Display.Back(back) });

    private static async Task<IResult> AcknowledgeAsync(
        int ticket, [FromForm] string? back, HttpContext http, AcknowledgeAlertHandler handler, CancellationToken cancellationToken)
    {
        IReadOnlyList<int> ended = await handler.HandleAsync(new AcknowledgeAlert(http.Person(), ticket), cancellationToken);
        return ended.Count > 0
            ? Acts.Done(http, $"知道了。{ticket}号的提醒停了，请尽快去看。", back)
            : Acts.Done(http, $"{ticket}号已经有人去处理了。", back);
    }
}
