namespace Bot.Console.Frame;

/// <summary>What every page has: live counts, the keys, the 大字 switch.</summary>
internal static class FrameEndpoints
{
    public static void MapFrame(this RouteGroupBuilder console)
    {
        // a switch of one's own browser changes nothing for anybody else
        console.MapPost("/display", Display.Switch).AsReader();
        console.MapGet("/events", LiveEvents.Stream);
        console.MapGet("/keys", (HttpContext http) => Page.Of<KeysPage>(Display.HasKeys(http)));
    }
}
