using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Channels.DingTalk.Api;
using Bot.Channels.Envelopes;
using Microsoft.Extensions.Options;

namespace Bot.Channels.DingTalk.Callback;

/// <summary>
/// Tells what the vendor sends from what anybody else does: messages to the bot carry the signed moment in their headers, events of the
/// application an envelope signed in their address. Once encryption is set up, nothing is believed but an envelope.
/// </summary>
internal sealed class CallbackDoor
{
    private const int Longest = 128;
    private const long EndOfTime = 253402300800000;

    private readonly string _secret;
    private readonly EnvelopeCipher? _cipher;
    private readonly SeenRequests _seen;
    private readonly TimeProvider _clock;

    public CallbackDoor(IOptions<DingTalkOptions> options, TimeProvider clock)
    {
        DingTalkOptions set = options.Value;
        (_secret, _clock) = (set.ClientSecret!, clock);
        _cipher = set.IsEncrypted ? new EnvelopeCipher(set.Token!, set.EncodingAesKey!, DingTalkOptions.Has(set.Receiver) ? set.Receiver! : set.ClientId!) : null;
        Refusals = new Refusals(clock);
        _seen = new SeenRequests(clock, TimeSpan.FromMinutes(set.SignatureMinutes));
    }

    public Refusals Refusals { get; }

    public CallbackResult Open(CallbackClaim claim, ReadOnlyMemory<byte> body)
    {
        string? encrypted = _cipher is null ? null : EnvelopeBody.Encrypted(body);
        if (_cipher is not null && encrypted is null) { return Refuse("not encrypted"); }
        if (!(_cipher is not null ? IsSealed(claim, encrypted) : IsSigned(claim))) { return Refuse("signature"); }
        if (!IsFresh(Moment(claim))) { return Refuse("too old"); }
        if (_seen.WasTaken(Proof(claim)!, body.Span)) { return Refuse("replayed"); }
        if (_cipher is null) { return new CallbackResult(body, null); }
        return _cipher.Open(encrypted!) is { } plain ? new CallbackResult(Encoding.UTF8.GetBytes(plain), null) : Refuse("unreadable");
    }

    /// <summary>What it brought is stored: the same request is not believed again.</summary>
    public void Take(CallbackClaim claim, ReadOnlyMemory<byte> body) => _seen.Take(Proof(claim)!, body.Span);

    /// <summary>What the vendor wants to read when an event was taken.</summary>
    public string Success()
    {
        (string timestamp, string nonce) = (_clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), RandomNumberGenerator.GetHexString(16));
        string encrypted = _cipher!.Seal("success");
        return new JsonObject
        {
            ["msg_signature"] = _cipher.Sign(timestamp, nonce, encrypted),
            ["encrypt"] = encrypted,
            ["timeStamp"] = timestamp,
            ["nonce"] = nonce,
        }.ToJsonString(ApiClient.Json);
    }

    // the signed moment of the headers says nothing of the body: beside encryption it is no proof
    private string? Moment(CallbackClaim claim) => _cipher is null ? claim.Timestamp : claim.EnvelopeTimestamp;

    private string? Proof(CallbackClaim claim) => _cipher is null ? claim.Sign : claim.EnvelopeSignature;

    private bool IsSigned(CallbackClaim claim) =>
        claim is { Sign.Length: > 0 and <= Longest, Timestamp.Length: > 0 and <= Longest } && TimestampSignature.Verifies(claim.Sign, claim.Timestamp, _secret);

    private bool IsSealed(CallbackClaim claim, string? encrypted) =>
        encrypted is not null && claim is { EnvelopeSignature.Length: 40, EnvelopeTimestamp.Length: > 0 and <= Longest, Nonce.Length: > 0 and <= Longest }
        && _cipher!.Verifies(claim.EnvelopeSignature, claim.EnvelopeTimestamp, claim.Nonce, encrypted);

    private bool IsFresh(string? timestamp) => long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds)
        && milliseconds < EndOfTime && _seen.IsFresh(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    private static CallbackResult Refuse(string reason) => new(null, reason);
}

/// <summary>What a request says of itself: in its headers, or in its address.</summary>
internal sealed record CallbackClaim(string? Timestamp, string? Sign, string? EnvelopeTimestamp = null, string? EnvelopeSignature = null, string? Nonce = null)
{
    public bool IsOfEnvelope => EnvelopeSignature is not null;
}

/// <param name="Plain">What was sent; null when it is not believed.</param>
/// <param name="Refusal">Why not; for the log.</param>
internal sealed record CallbackResult(ReadOnlyMemory<byte>? Plain, string? Refusal);
