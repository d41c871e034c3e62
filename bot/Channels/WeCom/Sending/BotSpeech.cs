using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Channels.WeCom.Line;
using Bot.Messaging;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom.Sending;

/// <summary>Where something is said: a group, or a person alone.</summary>
/// <param name="Id">The vendor's id of it.</param>
/// <param name="Token">What an answer there needs; null to begin of one's own accord.</param>
internal sealed record Target(string Id, bool IsGroup, string? Token);

/// <summary>Says it over the long connection: as an answer while there is something to answer to, else of its own accord.</summary>
internal sealed class BotSpeech(BotConnection connection, IOptions<WeComOptions> options)
{
    public const int MostBytes = 20480;

    public async Task<SendResult> SayAsync(Target target, OutboxMessage row, CancellationToken cancellationToken)
    {
        string words = PlainMarkdown.Of(row.Text);
        if (target.Token is { } requestId && !IsAddress(requestId) && !connection.IsDoubtful(requestId))
        {
            Ack answer = await connection.AskAsync(Frames.Respond, requestId, Answer(row.Key, words), cancellationToken);
            // refused, it was not said: what it answers may be too long ago
            if (answer is not { Kind: AckKind.Answered, Code: not 0 } || SendCodes.IsThrottle(answer.Code)) { return SendCodes.Of(answer, connection.State); }
        }
        Ack push = await connection.AskAsync(Frames.Push, Frames.NewId(Frames.Push), Push(target, words), cancellationToken);
        return SendCodes.Of(push, connection.State);
    }

    /// <summary>Whether the token is one of the callback, not of the connection.</summary>
    public static bool IsAddress(string token) => token.Contains("://", StringComparison.Ordinal);

    // The same row is the same stream: said again it would stand in its own place
    private static JsonObject Answer(string key, string words) => new()
    {
        ["msgtype"] = "stream",
        ["stream"] = new JsonObject
        {
            ["id"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32],
            ["finish"] = true,
            ["content"] = words,
        },
    };

    private JsonObject Push(Target target, string words)
    {
        JsonObject body = new() { ["chatid"] = target.Id };
        if (options.Value.ChatType != ChatType.Omitted) { body["chat_type"] = options.Value.ChatType == ChatType.Automatic ? 0 : target.IsGroup ? 2 : 1; }
        body["msgtype"] = "markdown";
        body["markdown"] = new JsonObject { ["content"] = words };
        return body;
    }
}
