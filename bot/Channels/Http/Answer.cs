using Bot.Messaging.Receiving;

namespace Bot.Channels.Http;

/// <summary>The few things that are answered, ready to be written.</summary>
internal sealed class Answer
{
    private static readonly Answer[] Receipts = [.. Enum.GetValues<ReceptionOutcome>().Select(outcome =>
        new Answer(StatusCodes.Status200OK, $$"""{"outcome":"{{outcome.ToString().ToLowerInvariant()}}"}""") { IsReceipt = true })];

    private readonly int _status;
    private readonly byte[] _json;

    private Answer(int status, string json) => (_status, _json) = (status, System.Text.Encoding.UTF8.GetBytes(json));

    public static Answer Unsigned { get; } = Refuse(StatusCodes.Status401Unauthorized, "signature");

    public static Answer Stale { get; } = Refuse(StatusCodes.Status401Unauthorized, "timestamp");

    public static Answer Replayed { get; } = Refuse(StatusCodes.Status401Unauthorized, "nonce");

    public static Answer NotAnActivity { get; } = Refuse(StatusCodes.Status400BadRequest, "json");

    public static Answer TooLarge { get; } = Refuse(StatusCodes.Status413PayloadTooLarge, "size");

    public static Answer NotStored { get; } = Refuse(StatusCodes.Status503ServiceUnavailable, "storage");

    /// <summary>Whether it says that the request need not come again.</summary>
    public bool IsReceipt { get; private init; }

    public static Answer Of(ReceptionOutcome outcome) => Receipts[(int)outcome];

    public Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = _status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = _json.Length;
        if (_status == StatusCodes.Status503ServiceUnavailable) { http.Response.Headers.RetryAfter = "5"; }
        return http.Response.BodyWriter.WriteAsync(_json, http.RequestAborted).AsTask();
    }

    private static Answer Refuse(int status, string error) => new(status, $$"""{"error":"{{error}}"}""");
}
