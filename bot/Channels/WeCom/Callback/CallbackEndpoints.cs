using System.Text;
using Bot.Channels.Envelopes;
using Bot.Channels.WeCom.Intake;
using Bot.Channels.WeCom.Sending;
using Bot.Messaging.Activities;
using Bot.Messaging.Receiving;
using Bot.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom.Callback;

/// <summary>Where the vendor checks the address (GET) and hands in messages (POST). Open to everybody: a signature says who it is.</summary>
internal static class CallbackEndpoints
{
    private const string Route = "/channels/wecom";
    private const long LargestBody = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, Check).AllowAnonymous();
        routes.MapPost(Route, HearAsync).AllowAnonymous().DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestBody));
    }

    private static IResult Check(
        [FromQuery(Name = "msg_signature")] string? signature, string? timestamp, string? nonce, string? echostr, HttpContext http, ILogger<CallbackDoor> logger)
    {
        if (http.RequestServices.GetService<CallbackDoor>() is not { } door) { return TypedResults.NotFound(); }
        CallbackResult result = door.OpenCheck(new CallbackSignature(signature, timestamp, nonce), echostr);
        return result.Plain is { } plain ? TypedResults.Text(plain, "text/plain", Encoding.UTF8) : Refuse(door, result, logger);
    }

    private static async Task<IResult> HearAsync(
        [FromQuery(Name = "msg_signature")] string? signature, string? timestamp, string? nonce, HttpContext http, ILogger<CallbackDoor> logger)
    {
        if (http.RequestServices.GetService<CallbackDoor>() is not { } door) { return TypedResults.NotFound(); }
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        CallbackSignature said = new(signature, timestamp, nonce);
        CallbackResult result = door.Open(said, EnvelopeBody.Encrypted(body.ToArray()));
        if (result.Plain is not { } plain) { return Refuse(door, result, logger); }
        try
        {
            await ReceiveAsync(plain, http.RequestServices);
        }
        catch (Exception exception)
        {
            // not acknowledged, it comes again
            logger.NotStored(1, exception);
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        door.Take(said);
        Steps.ReachedOnAnswer(http.Response, Steps.Acknowledged);
        return TypedResults.Ok();
    }

    private static async Task ReceiveAsync(string plain, IServiceProvider services)
    {
        if (JsonFields.Parse(Encoding.UTF8.GetBytes(plain)) is not { } message) { return; }
        if (MessageReader.Read(message, services.GetRequiredService<IOptions<WeComOptions>>().Value.BotName) is not { } activity) { return; }
        ReplyToken? reply = message.Text("response_url") is { Length: > 0 and <= 2048 } address
            ? new ReplyToken(address, services.GetRequiredService<TimeProvider>().GetUtcNow() + ReplyOnce.Time) : null;
        await services.GetRequiredService<Reception>()
            .ReceiveAsync(new Heard(services.GetRequiredService<WeComChannel>(), activity, reply), CancellationToken.None);
    }

    private static UnauthorizedHttpResult Refuse(CallbackDoor door, CallbackResult result, ILogger logger)
    {
        if (door.Refusals.Add() is { } times) { logger.Refused(times, result.Refusal!); }
        return TypedResults.Unauthorized();
    }
}
