using System.Text.Json;
using System.Xml;

namespace Bot.Channels.Envelopes;

/// <summary>Finds what is encrypted in the body of a request: <c>{"encrypt":"…"}</c>, or the element Encrypt of an XML document.</summary>
public static class EnvelopeBody
{
    private static readonly XmlReaderSettings Plain = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 1024 * 1024,
    };

    /// <summary>Null when it is neither.</summary>
    public static string? Encrypted(ReadOnlyMemory<byte> body)
    {
        int start = body.Span.IndexOfAnyExcept(" \t\r\n\uFEFF"u8);
        return start < 0 ? null : body.Span[start] == '<' ? OfXml(body[start..]) : OfJson(body[start..]);
    }

    private static string? OfJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("encrypt", out JsonElement encrypted)
                && encrypted.ValueKind == JsonValueKind.String ? encrypted.GetString() : null;
        }
        // the second: half of a pair of characters, escaped
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? OfXml(ReadOnlyMemory<byte> body)
    {
        try
        {
            using MemoryStream stream = new(body.ToArray(), writable: false);
            using XmlReader reader = XmlReader.Create(stream, Plain);
            return reader.ReadToFollowing("Encrypt") ? reader.ReadElementContentAsString() : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
