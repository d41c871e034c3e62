using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Channels.DingTalk.Api;
using Bot.Messaging.Activities;

namespace Bot.Channels.DingTalk.Stream;

/// <summary>What comes over a Stream connection: <c>{type, headers: {topic, messageId, …}, data}</c>, where data is JSON in a string.</summary>
internal sealed record StreamFrame(string Type, string Topic, string? MessageId, JsonElement Headers, JsonElement Data)
{
    public const string Callback = "CALLBACK";
    public const string Event = "EVENT";
    public const string MessageTopic = "/v1.0/im/bot/messages/get";
    private const string OfTheConnection = "SYSTEM";
    private const int LongestId = 256;

    public bool IsPing => Type == OfTheConnection && Topic == "ping";

    /// <summary>The vendor will close this connection in a few seconds and wants us on another.</summary>
    public bool IsFarewell => Type == OfTheConnection && Topic == "disconnect";

    /// <summary>Null when it is none.</summary>
    public static StreamFrame? Read(ReadOnlyMemory<byte> bytes) =>
        JsonFields.Parse(bytes) is { ValueKind: JsonValueKind.Object } frame && frame.Text("type") is { } type && frame.At("headers") is { ValueKind: JsonValueKind.Object } headers
            ? new StreamFrame(type, headers.Text("topic") ?? "", headers.Text("messageId") is { Length: > 0 and <= LongestId } id ? id : null, headers, frame.At("data"))
            : null;

    /// <summary>What was said; null when it cannot be read.</summary>
    public JsonElement? Message() => Data.ValueKind switch
    {
        JsonValueKind.Object => Data,
        JsonValueKind.String => JsonFields.Text(Data) is { } json ? JsonFields.Parse(Encoding.UTF8.GetBytes(json)) : null,
        _ => null,
    };

    /// <summary>As it came, letter for letter.</summary>
    public byte[] Pong() =>
    [
        .. "{\"code\":200,\"headers\":"u8, .. JsonMarshal.GetRawUtf8Value(Headers),
        .. ",\"message\":\"OK\",\"data\":"u8, .. Data.ValueKind == JsonValueKind.Undefined ? "null"u8 : JsonMarshal.GetRawUtf8Value(Data), .. "}"u8,
    ];

    /// <summary>That it need not come again.</summary>
    public static byte[] Ack(string messageId, bool isEvent) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["code"] = 200,
            ["headers"] = new JsonObject { ["contentType"] = "application/json", ["messageId"] = messageId },
            ["message"] = "OK",
            ["data"] = isEvent ? """{"status":"SUCCESS"}""" : """{"response":null}""",
        },
        ApiClient.Json);
}
