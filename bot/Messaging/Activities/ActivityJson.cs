using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Messaging.Activities;

/// <summary>Reads and writes activities by generated code, where every message counts.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 32)]
[JsonSerializable(typeof(Activity))]
public sealed partial class ActivityJson : JsonSerializerContext
{
    /// <summary>Null when it is no activity in JSON. One that says no type is a message.</summary>
    public static Activity? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            Activity? activity = JsonSerializer.Deserialize(json, Default.Activity);
            // generated code forgets what a property begins with
            return activity is { Type: null } ? activity with { Type = ActivityTypes.Message } : activity;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
