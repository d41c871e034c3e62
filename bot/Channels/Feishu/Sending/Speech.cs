using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Messaging;
using Bot.Messaging.Members;

namespace Bot.Channels.Feishu.Sending;

/// <summary>Where something is said: a conversation, or a person alone.</summary>
/// <param name="Kind">Which sort of id: <see cref="Chat"/> or <see cref="Person"/>.</param>
internal sealed record Target(string Id, string Kind)
{
    public const string Chat = "chat_id";
    public const string Person = "open_id";
}

/// <summary>Says it as the bot: as an answer to the message it quotes, else into the conversation. Under the same key it is said once.</summary>
internal sealed class Speech(Api api, MemberBook members)
{
    /// <summary>150 KB of JSON, with room for the call.</summary>
    public const int MostBytes = ((150 * 1024) - 2048) / Words.Growth;

    /// <summary>The vendor knows a key for an hour; some minutes less, for clocks and for words under way.</summary>
    public static readonly TimeSpan KeyWindow = TimeSpan.FromMinutes(50);

    public const string Messages = "/open-apis/im/v1/messages";

    /// <summary>Begins every id of a message.</summary>
    private const string IdMark = "om_";

    public async Task<SendResult> SayAsync(Target target, OutboxMessage row, CancellationToken cancellationToken)
    {
        string text = Words.Calling(await members.CallAsync(row, cancellationToken));
        return SendCodes.Of(await AskAsync(target, row, text, cancellationToken), row.Attempts);
    }

    /// <summary>The key of a row as the vendor takes it: at most fifty characters.</summary>
    public static string KeyOf(OutboxMessage row) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.Key)))[..32];

    /// <summary>The vendor's id of a message; null where it is not one. An edited message is another one here, and the same there.</summary>
    public static string? IdOf(string? message) => message is { Length: > 3 and <= 256 } && message.StartsWith(IdMark, StringComparison.Ordinal)
        && message.Split('~')[0] is var id && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-') ? id : null;

    private async Task<Answer> AskAsync(Target target, OutboxMessage row, string text, CancellationToken cancellationToken)
    {
        JsonObject said = new()
        {
            ["content"] = new JsonObject { ["text"] = text }.ToJsonString(ApiClient.Json),
            ["msg_type"] = "text",
            ["uuid"] = KeyOf(row),
        };
        if (IdOf(row.ReplyTo) is { } quoted)
        {
            Answer answer = await api.AskAsync(HttpMethod.Post, $"{Messages}/{quoted}/reply", said, cancellationToken);
            // taken back meanwhile: the words are still an answer, only without the quote
            if (!SendCodes.IsQuotedGone(answer)) { return answer; }
        }
        JsonObject sent = (JsonObject)said.DeepClone();
        sent["receive_id"] = target.Id;
        return await api.AskAsync(HttpMethod.Post, $"{Messages}?receive_id_type={target.Kind}", sent, cancellationToken);
    }
}
