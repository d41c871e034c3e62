using System.Text.Json;
using Bot.Channels.DingTalk.Intake;
using Bot.Messaging.Activities;
using Bot.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;

namespace Bot.Channels.DingTalk.Callback;

/// <summary>Where the vendor hands in messages to the bot and events of the application. Open to everybody: a signature says who it is.</summary>
internal static class CallbackEndpoints
{
    private const string Route = "/channels/dingtalk";
    private const long LargestBody = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(Route, HearAsync).AllowAnonymous().DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestBody));

    private static async Task<IResult> HearAsync(HttpContext http, ILogger<CallbackDoor> logger)
    {
        if (http.RequestServices.GetService<CallbackDoor>() is not { } door) { return TypedResults.NotFound(); }
        if (await BodyAsync(http) is not { } body) { return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge); }
        CallbackClaim claim = Claim(http.Request);
        CallbackResult result = door.Open(claim, body);
        if (result.Plain is not { } plain)
        {
            if (door.Refusals.Add() is { } times) { logger.Refused(times, result.Refusal!); }
            return TypedResults.Unauthorized();
        }
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
        door.Take(claim, body);
        Steps.ReachedOnAnswer(http.Response, Steps.Acknowledged);
        return claim.IsOfEnvelope ? TypedResults.Text(door.Success(), "application/json") : TypedResults.Ok();
    }

    // the vendor's check of the address is an event too; of events none is needed
    private static Task ReceiveAsync(ReadOnlyMemory<byte> plain, IServiceProvider services) =>
        JsonFields.Parse(plain) is { ValueKind: JsonValueKind.Object } message && message.Text("EventType") is null
            ? services.GetRequiredService<MessageIntake>().ReceiveAsync(message) : Task.CompletedTask;

    private static CallbackClaim Claim(HttpRequest request) => new(
        Only(request.Headers["timestamp"]), Only(request.Headers["sign"]),
        Only(request.Query["timestamp"]), Only(request.Query["msg_signature"]) ?? Only(request.Query["signature"]), Only(request.Query["nonce"]));

    private static string? Only(StringValues values) => values.Count == 1 ? values[0] : null;

    // null when it is too large
    private static async Task<byte[]?> BodyAsync(HttpContext http)
    {
        try
        {
            using MemoryStream body = new();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            return body.ToArray();
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
