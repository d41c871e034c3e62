using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Channels.Envelopes;
using Bot.Messaging.Activities;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Feishu.Webhook;

/// <summary>
/// Tells what the vendor sends from what anybody else does: sealed with our key, with our token in it, signed, not too old and not taken
/// before. The check of the address alone is not signed, only sealed.
/// </summary>
internal sealed class WebhookDoor(IOptions<FeishuOptions> options, TimeProvider clock)
{
    private const int Longest = 128;
    private const int SignatureLength = 64;

    private readonly EventCipher _cipher = new(options.Value.EncryptKey!);
    private readonly byte[] _token = Encoding.UTF8.GetBytes(options.Value.VerificationToken!);
    private readonly SignedOnce _once = new(clock, options.Value.SignedFor);

    public Refusals Refusals { get; } = new(clock);

    public WebhookResult Open(WebhookSignature said, ReadOnlyMemory<byte> body)
    {
        if (EnvelopeBody.Encrypted(body) is not { Length: > 0 } sealedText) { return WebhookResult.Refuse("not sealed"); }
        if (_cipher.Open(sealedText) is not { } plain || JsonFields.Parse(plain) is not { } root) { return WebhookResult.Refuse("unreadable"); }
        if (root.Text("type") == "url_verification")
        {
            return IsToken(root.Text("token")) && root.Text("challenge") is { Length: > 0 } challenge ? new WebhookResult(null, challenge, null) : WebhookResult.Refuse("token");
        }
        return Refusal(said, body.Span, root) is { } refusal ? WebhookResult.Refuse(refusal) : new WebhookResult(plain, null, null);
    }

    /// <summary>What it brought is stored: the same request is not believed again.</summary>
    public void Take(WebhookSignature said) => _once.Take(said.Signature!);

    private string? Refusal(WebhookSignature said, ReadOnlySpan<byte> body, JsonElement root)
    {
        if (said is not { Signature.Length: SignatureLength, Timestamp.Length: > 0 and <= Longest, Nonce.Length: > 0 and <= Longest }) { return "incomplete"; }
        if (!_cipher.Verifies(said.Signature, said.Timestamp, said.Nonce, body)) { return "signature"; }
        if (!IsFresh(said.Timestamp)) { return "too old"; }
        if (_once.WasTaken(said.Signature)) { return "replayed"; }
        return IsToken(root.Text("header", "token")) ? null : "token";
    }

    private bool IsToken(string? token) => token is not null && CryptographicOperations.FixedTimeEquals(_token, Encoding.UTF8.GetBytes(token));

    private bool IsFresh(string timestamp) => long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
        && seconds < 253402300800 && _once.IsFresh(DateTimeOffset.FromUnixTimeSeconds(seconds));
}

/// <summary>What stands in the headers of a request.</summary>
internal sealed record WebhookSignature(string? Signature, string? Timestamp, string? Nonce);

/// <param name="Plain">The event; null when there is none or it is not believed.</param>
/// <param name="Challenge">To be answered: the vendor checks the address.</param>
/// <param name="Refusal">Why it is not believed; for the log.</param>
internal sealed record WebhookResult(byte[]? Plain, string? Challenge, string? Refusal)
{
    public static WebhookResult Refuse(string reason) => new(null, null, reason);
}
