using System.Buffers;
using Microsoft.Extensions.Primitives;

namespace Bot.Channels.Http;

/// <summary>A request as it came: what is claimed in its headers, and the bytes that were signed, in a rented array.</summary>
internal sealed class SignedRequest : IDisposable
{
    public const int LargestBody = 64 * 1024;

    private byte[]? _signed;
    private int _before;
    private int _length;

    private SignedRequest(string key, string timestamp, string nonce, string signature) =>
        (Key, Timestamp, Nonce, Claimed) = (key, timestamp, nonce, signature);

    public string Key { get; }

    public string Timestamp { get; }

    public string Nonce { get; }

    /// <summary>The signature it carries.</summary>
    public string Claimed { get; }

    public ReadOnlySpan<byte> Signed => _signed.AsSpan(0, _length);

    public ReadOnlySpan<byte> Body => _signed.AsSpan(_before, _length - _before);

    /// <summary>Null when it is not signed in due form.</summary>
    public static SignedRequest? From(IHeaderDictionary headers) =>
        Only(headers, Signature.KeyHeader) is { } key
        && Only(headers, Signature.TimestampHeader) is { } timestamp && Signature.IsTimestamp(timestamp)
        && Only(headers, Signature.NonceHeader) is { } nonce && Signature.IsNonce(nonce)
        && Only(headers, Signature.SignatureHeader) is { } signature
            ? new SignedRequest(key, timestamp, nonce, signature)
            : null;

    /// <returns>False when it is too large.</returns>
    public async ValueTask<bool> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            System.IO.Pipelines.ReadResult read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > LargestBody) { return false; }
            if (read.IsCompleted)
            {
                Keep(read.Buffer);
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return true;
            }
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public void Dispose()
    {
        if (_signed is not null) { ArrayPool<byte>.Shared.Return(_signed); }
        _signed = null;
    }

    private void Keep(in ReadOnlySequence<byte> body)
    {
        _signed = ArrayPool<byte>.Shared.Rent(Signature.MostBefore + (int)body.Length);
        _before = Signature.WriteBefore(Timestamp, Nonce, _signed);
        body.CopyTo(_signed.AsSpan(_before));
        _length = _before + (int)body.Length;
    }

    private static string? Only(IHeaderDictionary headers, string name) => headers.TryGetValue(name, out StringValues values) && values.Count == 1 ? values[0] : null;
}
