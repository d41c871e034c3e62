using Bot.Console.Frame;
using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Messaging;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Quiet;

/// <summary>让机器人闭嘴, in one group or in all.</summary>
internal static class QuietEndpoints
{
    public static void MapQuiet(this RouteGroupBuilder console)
    {
        console.MapGet("/silence/strip", ([FromQuery] string? back) => Page.Part<QuietStrip>(back));
        RouteGroupBuilder pages = console.MapGroup("/silence").RequireAuthorization(Access.LeadPolicy);
        pages.MapGet("", Show);
        pages.MapPost("/hour", (HttpContext http, [FromForm] string? group, [FromForm] string? back, Silences silences, TimeProvider clock, CommunityStore community, CancellationToken cancellationToken) =>
            ChangeAsync(http, group, back, community, "机器人一小时内不说话，紧急的除外。",
                one => silences.StartAsync(one, clock.GetUtcNow().AddHours(1), http.Person(), cancellationToken)));
        pages.MapPost("/on", (HttpContext http, [FromForm] string? group, [FromForm] string? back, Silences silences, CommunityStore community, CancellationToken cancellationToken) =>
            ChangeAsync(http, group, back, community, "机器人不说话了，直到有人点恢复。紧急的除外。",
                one => silences.StartAsync(one, null, http.Person(), cancellationToken)));
        pages.MapPost("/off", (HttpContext http, [FromForm] string? group, [FromForm] string? back, Silences silences, CommunityStore community, CancellationToken cancellationToken) =>
            ChangeAsync(http, group, back, community, "机器人恢复说话。静音时没发的不会补发。", one => silences.EndAsync(one, cancellationToken)));
    }

    private static IResult Show(HttpContext http, CommunityStore community, Silences silences)
    {
        Scope scope = http.Scope();
        return Page.Of<QuietPage>(new QuietModel(
            [.. community.Current.Groups.Keys.Where(scope.Covers)], silences.Now, http.User.May(Access.CommunityPolicy)));
    }

    private static async Task<IResult> ChangeAsync(
        HttpContext http, string? group, string? back, CommunityStore community, string done, Func<string, Task> change)
    {
        string one = group ?? Silence.Everywhere;
        if (one == Silence.Everywhere && !http.User.May(Access.CommunityPolicy)) { return Acts.NotDone(http, "所有群一起静音，要社区或管理员来点。", back ?? "/console/silence"); }
        if (one != Silence.Everywhere && (!http.Scope().Covers(one) || !community.Current.Groups.ContainsKey(one)))
        {
            return Page.Of<MissingPage>("没有这个群。", StatusCodes.Status404NotFound);
        }
        await change(one);
        return Acts.Done(http, done, back ?? "/console/silence");
    }
}
