using System.Text.Json.Nodes;

namespace Tests.Channels.Feishu;

/// <summary>Events as the vendor sends them.</summary>
internal static class Events
{
    public const string Token = "verification-token";

    public static string Said(string id, string text, string from = "ou_u1", string chat = "oc_1", string? parent = null, bool named = true) => Message(
        id, "text", new JsonObject { ["text"] = named ? $"@_user_1 {text}" : text }, from, chat, parent, named ? [Bot("@_user_1")] : []);

    public static JsonObject Bot(string key) => Person(key, FakeGateway.BotId, "小助手");

    public static JsonObject Person(string key, string id, string name) => new()
    {
        ["key"] = key,
        ["id"] = new JsonObject { ["open_id"] = id, ["union_id"] = "on_x", ["user_id"] = "x" },
        ["name"] = name,
        ["tenant_key"] = "t",
    };

    public static string Message(
        string id, string type, JsonNode content, string from = "ou_u1", string chat = "oc_1", string? parent = null, JsonObject[]? mentions = null,
        string chatType = "group", string senderType = "user", string eventType = "im.message.receive_v1")
    {
        JsonObject message = new()
        {
            ["message_id"] = id,
            ["chat_id"] = chat,
            ["chat_type"] = chatType,
            ["message_type"] = type,
            ["content"] = content.ToJsonString(),
            ["create_time"] = "1795222800000",
            ["mentions"] = new JsonArray([.. mentions ?? []]),
        };
        if (parent is not null) { (message["parent_id"], message["root_id"]) = (parent, parent); }
        return Event(eventType, new JsonObject
        {
            ["sender"] = new JsonObject
            {
                ["sender_id"] = new JsonObject { ["open_id"] = from, ["union_id"] = "on_x", ["user_id"] = null },
                ["sender_type"] = senderType,
                ["tenant_key"] = "t",
            },
            ["message"] = message,
        }, $"event-of-{id}");
    }

    public static string Recalled(string id, string chat = "oc_1") => Event("im.message.recalled_v1", new JsonObject
    {
        ["message_id"] = id,
        ["chat_id"] = chat,
        ["recall_time"] = "1795222900000",
        ["recall_type"] = "message_owner",
    });

    public static string Event(string type, JsonObject said, string id = "e1") => new JsonObject
    {
        ["schema"] = "2.0",
        ["header"] = new JsonObject
        {
            ["event_id"] = id,
            ["event_type"] = type,
            ["create_time"] = "1795222800000",
            ["token"] = Token,
            ["app_id"] = FakeGateway.AppId,
            ["tenant_key"] = "t",
        },
        ["event"] = said,
    }.ToJsonString();
}
