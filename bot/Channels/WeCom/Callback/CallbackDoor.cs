using System.Globalization;
using Bot.Channels.Envelopes;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom.Callback;

/// <summary>Tells what the vendor sends from what anybody else does: signed with our token, some minutes old at most, not taken before, and readable.</summary>
internal sealed class CallbackDoor(IOptions<WeComOptions> options, TimeProvider clock)
{
    private const int Longest = 128;
    private const int LongestEcho = 256;

    private readonly EnvelopeCipher _cipher = new(options.Value.Token!, options.Value.EncodingAesKey!, receiver: "");
    private readonly SignedOnce _once = new(clock);
    private readonly SignedOnce _checks = new(clock);

    public Refusals Refusals { get; } = new(clock);

    public CallbackResult Open(CallbackSignature said, string? encrypted) => Open(said, encrypted, _once);

    /// <summary>The word by which the vendor checks the address. What was sealed to be handed in as a message is not opened here: the answer would tell it.</summary>
    public CallbackResult OpenCheck(CallbackSignature said, string? echo)
    {
        if (echo is { Length: > LongestEcho }) { return new CallbackResult(null, "no check"); }
        CallbackResult result = Open(said, echo, _checks);
        if (result.Plain is not { } plain) { return result; }
        if (plain.TrimStart() is ['{' or '<' or '[', ..]) { return new CallbackResult(null, "no check"); }
        _checks.Take(said.Signature!);
        return result;
    }

    private CallbackResult Open(CallbackSignature said, string? encrypted, SignedOnce once)
    {
        if (said is not { Signature.Length: 40, Timestamp.Length: > 0 and <= Longest, Nonce.Length: > 0 and <= Longest } || encrypted is not { Length: > 0 })
        {
            return new CallbackResult(null, "incomplete");
        }
        if (!_cipher.Verifies(said.Signature, said.Timestamp, said.Nonce, encrypted)) { return new CallbackResult(null, "signature"); }
        if (!IsFresh(said.Timestamp)) { return new CallbackResult(null, "too old"); }
        if (once.WasTaken(said.Signature)) { return new CallbackResult(null, "replayed"); }
        return _cipher.Open(encrypted) is { } plain ? new CallbackResult(plain, null) : new CallbackResult(null, "unreadable");
    }

    /// <summary>What it brought is stored: the same request is not believed again.</summary>
    public void Take(CallbackSignature said) => _once.Take(said.Signature!);

    private bool IsFresh(string timestamp) => long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
        && seconds < 253402300800 && _once.IsFresh(DateTimeOffset.FromUnixTimeSeconds(seconds));
}

/// <summary>What stands in the address of a request.</summary>
internal sealed record CallbackSignature(string? Signature, string? Timestamp, string? Nonce);

/// <param name="Plain">What was sealed; null when it is not believed.</param>
/// <param name="Refusal">Why not; for the log.</param>
internal sealed record CallbackResult(string? Plain, string? Refusal);
