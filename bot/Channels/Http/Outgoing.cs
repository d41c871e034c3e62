using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Members;

namespace Bot.Channels.Http;

/// <param name="Conversation">The gateway's id; null for a private line that is to be begun.</param>
/// <param name="Member">The gateway's id of the person at the other end of a private line.</param>
internal sealed record Place(string? Conversation, bool IsGroup, string? Member);

/// <summary>What the bot says, as activities.</summary>
internal static class Outgoing
{
    private const string BotId = "bot";
    private const string TestType = "event";

    public static Activity Message(OutboxMessage row, Place place, CalledWords words, string botName, string channel, DateTimeOffset now) =>
        In(place, botName, channel, now) with
        {
            Id = row.Key,
            Text = row.Text,
            TextFormat = "plain",
            ReplyToId = row.ReplyTo,
            Entities = words.Member is { } called
                ? [new Entity("mention", new ChannelAccount(called.ExternalId, called.Name), row.Text[..^words.Text.Length].TrimEnd())]
                : null,
        };

    public static Activity Recall(OutboxMessage row, Place place, string botName, string channel, DateTimeOffset now) =>
        In(place, botName, channel, now) with { Type = ActivityTypes.Delete, Id = row.ReplyTo };

    /// <summary>An activity that says nothing to anybody; a gateway answers it 2xx like any it does not use.</summary>
    public static Activity Test(string channel, DateTimeOffset now) => new() { Type = TestType, ChannelId = channel, Timestamp = now };

    private static Activity In(Place place, string botName, string channel, DateTimeOffset now) => new()
    {
        ChannelId = channel,
        Timestamp = now,
        From = new ChannelAccount(BotId, botName, ChannelAccount.Bot),
        Recipient = place.Member is { } member ? new ChannelAccount(member) : null,
        Conversation = new ConversationAccount(place.Conversation, place.IsGroup),
    };
}
