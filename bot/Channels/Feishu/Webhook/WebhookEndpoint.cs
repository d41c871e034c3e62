using Bot.Channels.Feishu.Intake;
using Bot.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace Bot.Channels.Feishu.Webhook;

/// <summary>Where the vendor posts events. Open to everybody: a signature says who it is.</summary>
internal static class WebhookEndpoint
{
    private const string Route = "/channels/feishu";

    /// <summary>A text of 150 KB, escaped twice and sealed.</summary>
    private const long LargestBody = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Route, HearAsync)
        .AllowAnonymous().DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestBody));

    private static async Task<IResult> HearAsync(HttpContext http, ILogger<WebhookDoor> logger)
    {
        if (http.RequestServices.GetService<WebhookDoor>() is not { } door) { return TypedResults.NotFound(); }
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        WebhookSignature said = new(Header(http, "X-Lark-Signature"), Header(http, "X-Lark-Request-Timestamp"), Header(http, "X-Lark-Request-Nonce"));
        WebhookResult result = door.Open(said, body.ToArray());
        if (result.Challenge is { } challenge) { return TypedResults.Ok(new ChallengeAnswer(challenge)); }
        if (result.Plain is not { } plain)
        {
            if (door.Refusals.Add() is { } times) { logger.Refused(times, result.Refusal!); }
            return TypedResults.Unauthorized();
        }
        try
        {
            await await http.RequestServices.GetRequiredService<EventIntake>().BeginAsync(plain, http.RequestAborted);
        }
        catch (Exception exception)
        {
            // not acknowledged, it comes again
            logger.NotStored(exception);
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        door.Take(said);
        Steps.ReachedOnAnswer(http.Response, Steps.Acknowledged);
        return TypedResults.Ok();
    }

    private static string? Header(HttpContext http, string name) =>
        http.Request.Headers.TryGetValue(name, out StringValues values) && values.Count == 1 ? values[0] : null;
}

internal sealed record ChallengeAnswer(string Challenge);
