using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Channels.WeCom.Line;

/// <summary>The frames of the long connection: <c>{cmd, headers: {req_id}, body}</c>, answered without a cmd.</summary>
internal static class Frames
{
    public const string Subscribe = "aibot_subscribe";
    public const string Ping = "ping";
    public const string Respond = "aibot_respond_msg";
    public const string Push = "aibot_send_msg";
    public const string Message = "aibot_msg_callback";
    public const string Event = "aibot_event_callback";
    public const string Displaced = "disconnected_event";

    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string NewId(string command) => $"{command}_{Guid.NewGuid():N}";

    public static byte[] Make(string command, string requestId, JsonObject? body)
    {
        JsonObject frame = new() { ["cmd"] = command, ["headers"] = new JsonObject { ["req_id"] = requestId } };
        if (body is not null) { frame["body"] = body; }
        return JsonSerializer.SerializeToUtf8Bytes(frame, Json);
    }

    /// <summary>Control characters stand raw in what the vendor sends; within JSON they may not.</summary>
    public static byte[] Cleaned(byte[] frame)
    {
        for (int i = 0; i < frame.Length; i++)
        {
            if (frame[i] < ' ') { frame[i] = (byte)' '; }
        }
        return frame;
    }
}
