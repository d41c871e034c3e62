using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Messaging.Activities;

/// <summary>
/// What happened in a conversation, in the shape and JSON of the Activity schema
/// (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object).
/// Every channel hands in what it heard as one of these. Fields the product does not use are dropped on reading.
/// </summary>
public sealed record Activity
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 32,
    };

    /// <summary>One of <see cref="ActivityTypes"/>.</summary>
    public string Type { get; init; } = ActivityTypes.Message;

    /// <summary>The channel's id of the message; for an edit or recall that of the message it is about.</summary>
    public string? Id { get; init; }
    public DateTimeOffset? Timestamp { get; init; }
    public string? ChannelId { get; init; }

    /// <summary>Where answers go, for channels that say so.</summary>
    public string? ServiceUrl { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? Text { get; init; }

    /// <summary>"plain" or "markdown".</summary>
    public string? TextFormat { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public IReadOnlyList<Entity>? Entities { get; init; }

    /// <summary>Id of the message it quotes.</summary>
    public string? ReplyToId { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    /// <summary>The text it quotes, for channels that tell no id, or one that need not have been heard; of our own making, and not part of the JSON.</summary>
    [JsonIgnore]
    public string? Quoted { get; init; }
}

public static class ActivityTypes
{
    public const string Message = "message";

    /// <summary>The sender changed the words of an earlier message.</summary>
    public const string Update = "messageUpdate";

    /// <summary>The sender took an earlier message back.</summary>
    public const string Delete = "messageDelete";

    /// <summary>Somebody, perhaps the bot, came into the conversation or left it.</summary>
    public const string Conversation = "conversationUpdate";
}

/// <param name="Role"><see cref="Bot"/> for a bot, this one or another.</param>
public sealed record ChannelAccount(string? Id, string? Name = null, string? Role = null)
{
    public const string Bot = "bot";
}

public sealed record ConversationAccount(string? Id, bool? IsGroup = null, string? Name = null);

/// <param name="ContentType">"image/*" for pictures; anything else is named in the text but not fetched.</param>
/// <param name="ContentUrl">Where it lies, or what the channel needs to fetch it.</param>
public sealed record Attachment(string? ContentType, string? ContentUrl = null, string? Name = null);

/// <param name="Type">"mention" is the only one that is read.</param>
/// <param name="Text">How it stands in the text: "@网格小助手".</param>
public sealed record Entity(string? Type, ChannelAccount? Mentioned = null, string? Text = null);
