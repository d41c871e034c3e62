using Bot.Grids;
using Bot.Storage;

namespace Bot.Messaging.Privacy;

/// <summary>Heeds 不要记录我 before anything of a message is stored, and says what it means.</summary>
/// <param name="outbox">Known late: it knows the channels, which know the inbox.</param>
internal sealed class RecordingDesk(WriteQueue writes, CommunityStore community, Lazy<Outbox> outbox, TimeProvider clock, ILogger<RecordingDesk> logger)
{
    /// <summary>Runs on the writer, in the commit that would store the message.</summary>
    public Heeded Heed(WriteConnection connection, InboundMessage message)
    {
        if (message.Role == SenderRole.Bot) { return new Heeded(IsStored: true, Wish.None); }
        Wish wish = Wishes.In(message.Text, community.Current.BotNames);
        bool unrecorded = UnrecordedStatements.Includes(connection, message.Channel, message.Sender);
        if (wish == Wish.None) { return new Heeded(!unrecorded, Wish.None); }
        if (UnrecordedStatements.WasAnswered(connection, UnrecordedStatements.KeyOf(message.Channel, message.Conversation, message.MessageId)))
        {
            return new Heeded(IsStored: false, Wish.None);
        }
        if (wish == Wish.Recorded && !unrecorded) { return new Heeded(IsStored: true, Wish.None); }
        UnrecordedStatements.Change(connection, message.Channel, message.Sender, wish, clock.GetUtcNow());
        return new Heeded(IsStored: false, wish);
    }

    /// <summary>Before the channel acknowledges: a wish that was not answered comes again.</summary>
    public Task AnswerAsync(Wish wish, InboundMessage message, CancellationToken cancellationToken)
    {
        logger.Wished(message.Channel, wish);
        return writes.RunAsync(
            (db, _) => Task.FromResult(outbox.Value.Say(db, WishReplies.Row(wish, message.Channel, message.Conversation, message.MessageId, message.Sender))),
            cancellationToken);
    }
}

/// <param name="Wish">The one to be answered; <see cref="Wish.None"/> for most messages.</param>
internal readonly record struct Heeded(bool IsStored, Wish Wish);
