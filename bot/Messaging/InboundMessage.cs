using Bot.Messaging.Pictures;

namespace Bot.Messaging;

/// <summary>Who speaks, as far as the channel or the directory knows.</summary>
public enum SenderRole { Resident, Grid, Property, Staff, Bot }

/// <summary>A message as a channel hands it in; unique by channel, conversation and message id.</summary>
/// <param name="Channel">Name of the channel, e.g. "webchat".</param>
/// <param name="Conversation">The channel's id of the group or private chat.</param>
/// <param name="MessageId">The channel's id of the message.</param>
/// <param name="Sender">Nickname in the group, e.g. "12-2-301小陈".</param>
/// <param name="ReplyTo">Message id of the quoted message, where the channel tells it.</param>
/// <param name="Images">Names of pictures, stored or still to be fetched.</param>
/// <param name="Pictures">Those of them that are to be fetched.</param>
public sealed record InboundMessage(
    string Channel,
    string Conversation,
    string MessageId,
    string Sender,
    SenderRole Role,
    string Text,
    string? ReplyTo = null,
    IReadOnlyList<string>? Images = null,
    IReadOnlyList<HeardPicture>? Pictures = null)
{
    /// <summary>The channel's id of the sender, where it tells one: who it is, whatever they are called.</summary>
    public string? SenderId { get; init; }
}
