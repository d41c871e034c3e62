using Bot.Channels.Envelopes;
using Bot.Channels.WebChat;
using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Receiving;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Channels.BotFramework;

/// <summary>Takes activities in from the channels behind the Bot Framework; answers 200 after they are durable.</summary>
internal sealed class ActivityEndpoint(
    IOptions<BotFrameworkOptions> options, Lazy<IncomingTokens> tokens, Exposure exposure, Reception reception, IEnumerable<IChannel> channels,
    TimeProvider clock, ILogger<ActivityEndpoint> logger)
{
    public const int LargestBody = 256 * 1024;
    private readonly Refusals _failures = new(clock);
    private readonly BotFrameworkChannel? _channel = channels.OfType<BotFrameworkChannel>().SingleOrDefault();

    public async Task<IResult> HandleAsync(HttpContext http)
    {
        if (_channel is null) { return TypedResults.NotFound(); }
        if (string.IsNullOrEmpty(http.Request.Headers.Authorization) && !options.Value.AllowAnonymous) { return TypedResults.Unauthorized(); }
        // another site cannot make a browser send it
        if (!http.Request.HasJsonContentType()) { return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType); }
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (ActivityJson.Read(body.GetBuffer().AsSpan(0, (int)body.Length)) is not { } activity) { return TypedResults.BadRequest(); }
        try
        {
            if (!await IsBelievedAsync(http, activity)) { return TypedResults.Unauthorized(); }
            await reception.ReceiveAsync(new Heard(_channel, ExternalIds.Named(activity)), http.RequestAborted);
            Steps.ReachedOnAnswer(http.Response, Steps.Acknowledged);
            return TypedResults.Ok();
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            // the vendor sends it again
            if (_failures.Add() is { } many) { logger.NotTaken(many, exception); }
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    // without signatures only what is meant for an address that the settings name
    private async Task<bool> IsBelievedAsync(HttpContext http, Activity activity) => options.Value.AllowAnonymous
        ? exposure.IsLocal(http.Request) && options.Value.Names(activity.ServiceUrl)
        : await tokens.Value.AreGoodAsync(http.Request.Headers.Authorization, activity, http.RequestAborted);
}
