using Bot.Messaging.Activities;

namespace Bot.Channels.BotFramework;

/// <summary>Ids are unique within one of the channels behind the Bot Framework; here they carry its name.</summary>
internal static class ExternalIds
{
    private const char Mark = '|';

    public static string In(string? channel, string id) => $"{channel}{Mark}{id}";

    public static string ChannelOf(string externalId) => externalId[..Math.Max(0, externalId.IndexOf(Mark, StringComparison.Ordinal))];

    public static string Own(string externalId) => externalId[(externalId.IndexOf(Mark, StringComparison.Ordinal) + 1)..];

    /// <summary>The activity as it is handed in; what says nothing of a group is one person's line.</summary>
    public static Activity Named(Activity activity) => activity with
    {
        From = activity.From is { Id: { Length: > 0 } from } sender ? sender with { Id = In(activity.ChannelId, from) } : activity.From,
        Conversation = activity.Conversation is { Id: { Length: > 0 } id } known
            ? known with { Id = In(activity.ChannelId, id), IsGroup = known.IsGroup ?? false }
            : activity.Conversation,
    };
}
