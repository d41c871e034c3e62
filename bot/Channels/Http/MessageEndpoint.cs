using System.Globalization;
using Bot.Messaging.Activities;
using Bot.Messaging.Receiving;
using Bot.Storage;

namespace Bot.Channels.Http;

/// <summary>Takes a signed Activity in; answers 200 after it is durable.</summary>
internal sealed class MessageEndpoint(Gateways gateways, HttpChannels channels, SeenNonces nonces, Reception reception, ILogger<MessageEndpoint> logger)
{
    public async Task HandleAsync(HttpContext http)
    {
        using SignedRequest? request = SignedRequest.From(http.Request.Headers);
        if (request is null || gateways.Find(request.Key) is not { } gateway)
        {
            await Answer.Unsigned.WriteAsync(http);
            return;
        }
        if (!await request.ReadBodyAsync(http.Request, http.RequestAborted))
        {
            await Answer.TooLarge.WriteAsync(http);
            return;
        }
        Answer answer = Refusal(request, gateway) ?? await StoreAsync(request, gateway, http.RequestAborted);
        await answer.WriteAsync(http);
        if (answer.IsReceipt) { Steps.Reached(Steps.Acknowledged); }
    }

    // Whoever cannot sign learns nothing of what else is wrong
    private Answer? Refusal(SignedRequest request, Gateway gateway)
    {
        if (!Signature.IsGood(gateway.Secret, request.Signed, request.Claimed)) { return Answer.Unsigned; }
        long timestamp = TimestampOf(request);
        if (!nonces.IsFresh(timestamp)) { return Answer.Stale; }
        return nonces.Add(gateway.Id, request.Nonce, timestamp) ? null : Answer.Replayed;
    }

    private async Task<Answer> StoreAsync(SignedRequest request, Gateway gateway, CancellationToken cancellationToken)
    {
        if (ActivityJson.Read(request.Body) is not { } activity) { return Answer.NotAnActivity; }
        try
        {
            return Answer.Of(await reception.ReceiveAsync(new Heard(channels.Of(gateway), activity), cancellationToken));
        }
        catch (Exception exception)
        {
            // not stored: the same request may come again
            nonces.Remove(gateway.Id, request.Nonce, TimestampOf(request));
            if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested) { throw; }
            logger.NotStored(gateway.Id, exception);
            return Answer.NotStored;
        }
    }

    private static long TimestampOf(SignedRequest request) => long.Parse(request.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture);
}
