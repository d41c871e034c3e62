using Bot.Channels.WebChat;
using Bot.Channels.WebChat.Example;
using Bot.Console.Frame;
using Bot.Triage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Playground;

internal static class PlaygroundEndpoints
{
    private const long LargestPost = 48 * 1024 * 1024;

    public static void Map(RouteGroupBuilder playground)
    {
        playground.MapGet("", ShowAsync);
        playground.MapPost("/send", SendAsync).WithMetadata(new RequestSizeLimitAttribute(LargestPost));
        playground.MapPost("/example", Play);
        playground.MapPost("/display", SwitchDisplay);
        playground.MapGet("/decisions/{seq:long}", WhyAsync);
        playground.MapGet("/api/decisions/{seq:long}", DecisionAsync);
        playground.MapGet("/api/state", IResult (EngineStatus engine) => TypedResults.Ok(new { preparing = !engine.IsReady }));
    }

    private static async Task<IResult> ShowAsync(
        string? group, string? person, bool? @private, long? quote, PlaygroundQuery query, HttpContext http) =>
        Page.Of<PlaygroundPage>(await query.LoadAsync(query.Place(group, person, @private ?? false), quote, http));

    private static async Task<IResult> SendAsync(
        [FromForm] PlaygroundForm form, IFormFileCollection photos, SendFromPage send, PlaygroundQuery query, HttpContext http)
    {
        PlaygroundPlace? place = query.Place(form.Group, form.Person, form.Private);
        if (place is null) { return TypedResults.LocalRedirect("/playground"); }
        string? error = await send.SendAsync(place, form, photos, http.RequestAborted);
        bool byScript = http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);
        if (byScript) { return error is null ? TypedResults.Ok() : TypedResults.BadRequest(new ChatRefusal(error)); }
        return error is null
            ? TypedResults.LocalRedirect(place.Address + "#end")
            : Page.Of<PlaygroundPage>(await query.LoadAsync(place, null, http) with { Draft = form.Text, Error = error }, StatusCodes.Status400BadRequest);
    }

    private static RedirectHttpResult Play([FromForm] string? person, ExamplePlayer example)
    {
        if (example.CanPlay) { example.Play(); }
        return TypedResults.LocalRedirect(new PlaygroundPlace(ExamplePlayer.Group, person ?? "", false).Address);
    }

    private static RedirectHttpResult SwitchDisplay(HttpContext http, [FromForm] bool large, [FromForm] string? group, [FromForm] string? person)
    {
        Display.Switch(http, large, keys: null, back: null);
        return TypedResults.LocalRedirect(new PlaygroundPlace(group ?? "", person ?? "", false).Address);
    }

    private static async Task<IResult> WhyAsync(long seq, WhyQuery query, HttpContext http) =>
        await query.LoadAsync(seq, http.RequestAborted) is { } why
            ? Page.Of<WhyPage>(new WhyModel(why, Display.IsLarge(http)))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<Why>, NotFound<ChatRefusal>>> DecisionAsync(long seq, WhyQuery query, CancellationToken cancellationToken) =>
        await query.LoadAsync(seq, cancellationToken) is { } why ? TypedResults.Ok(why) : TypedResults.NotFound(new ChatRefusal("没有这条消息。"));
}
