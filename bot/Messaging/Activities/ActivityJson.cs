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
            return Whole(JsonSerializer.Deserialize(json, Default.Activity));
        }
        catch (JsonException)
        {
            return ReadMended(json);
        }
    }

    private static Activity? ReadMended(ReadOnlySpan<byte> json)
    {
        try
        {
            return Whole(JsonSerializer.Deserialize(HalfCharacters.Mend(json), Default.Activity));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // generated code forgets what a property begins with, and takes null for an element of a list
    private static Activity? Whole(Activity? activity) => activity is null ? null : activity with
    {
        Type = activity.Type ?? ActivityTypes.Message,
        Attachments = WithoutNulls(activity.Attachments),
        Entities = WithoutNulls(activity.Entities),
        MembersAdded = WithoutNulls(activity.MembersAdded),
    };

    private static IReadOnlyList<T>? WithoutNulls<T>(IReadOnlyList<T>? all)
        where T : class => all is not null && all.Any(each => each is null) ? [.. all.Where(each => each is not null)] : all;
}
