using System.Text.Json.Nodes;

namespace Tests.Channels.DingTalk;

/// <summary>What the vendor sends, as it writes it.</summary>
internal static class Payloads
{
    public const string Bot = "$:LWCP_v1:$bot";

    /// <summary>Said in a group with the bot named; the vendor takes the bot's name out and leaves the blank.</summary>
    public static JsonObject Said(string id, string text = " 3号楼电梯坏了", string? staff = "manager01", string group = "cidG1==") => new()
    {
        ["conversationId"] = group,
        ["conversationType"] = "2",
        ["conversationTitle"] = "试用群",
        ["atUsers"] = new JsonArray(new JsonObject { ["dingtalkId"] = Bot }),
        ["chatbotCorpId"] = "dingcorp",
        ["chatbotUserId"] = Bot,
        ["msgId"] = id,
        ["senderNick"] = "12-2-301小陈",
        ["isAdmin"] = false,
        ["senderStaffId"] = staff,
        ["senderCorpId"] = "dingcorp",
        ["senderId"] = "$:LWCP_v1:$sender",
        ["createAt"] = 1763686800000,
        ["isInAtList"] = true,
        ["robotCode"] = FakeGateway.ClientId,
        ["msgtype"] = "text",
        ["text"] = new JsonObject { ["content"] = text },
    };

    /// <summary>With another kind of content.</summary>
    public static JsonObject Of(string kind, JsonNode content)
    {
        JsonObject message = Said("M1");
        message.Remove("text");
        (message["msgtype"], message["content"]) = (kind, content);
        return message;
    }

    public static JsonObject With(this JsonObject message, string key, JsonNode? value)
    {
        message[key] = value;
        return message;
    }

    /// <summary>To the bot alone.</summary>
    public static JsonObject Alone(this JsonObject message) =>
        message.With("conversationType", "1").With("conversationTitle", null).With("isInAtList", null).With("conversationId", "cidP1==");

    public static JsonObject Answerable(this JsonObject message, string address, DateTimeOffset until) =>
        message.With("sessionWebhook", address).With("sessionWebhookExpiredTime", until.ToUnixTimeMilliseconds());

    public static string Frame(string messageId, JsonNode data, string type = "CALLBACK", string topic = "/v1.0/im/bot/messages/get") => new JsonObject
    {
        ["specVersion"] = "1.0",
        ["type"] = type,
        ["headers"] = new JsonObject
        {
            ["appId"] = "app1",
            ["connectionId"] = "connection1",
            ["contentType"] = "application/json",
            ["messageId"] = messageId,
            ["time"] = "1763686800000",
            ["topic"] = topic,
        },
        ["data"] = data.ToJsonString(),
    }.ToJsonString();

    public static string Ping(string messageId) => Frame(messageId, new JsonObject { ["opaque"] = "0d8e9a1c" }, "SYSTEM", "ping");

    public static string Farewell() => Frame("farewell", new JsonObject { ["reason"] = "persistent connection is about to expire" }, "SYSTEM", "disconnect");
}
