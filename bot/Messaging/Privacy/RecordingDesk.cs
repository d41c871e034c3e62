using Bot.Grids;
using Bot.Storage;

namespace Bot.Messaging.Privacy;

/// <summary>Heeds 不要记录我 before anything of a message is stored, and says what it means.</summary>
/// <param name="outbox">Known late: it knows the channels, which know the inbox.</param>
internal sealed class RecordingDesk(
    CommunityStore community, RecordingKeys keys, Lazy<Outbox> outbox, TimeProvider clock, ILogger<RecordingDesk> logger)
{
    /// <summary>So many answers one person gets in a day: others wait in the same group.</summary>
    public const int MostAnswers = 2;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Runs on the writer, in the commit that would store the message.</summary>
    public Heeded Heed(WriteConnection connection, InboundMessage message)
    {
        if (message.Role == SenderRole.Bot) { return Heeded.Stored; }
        Wish wish = Wishes.In(message.Text, community.Current.BotNames);
        // to tell who it is costs sums, and hardly anybody wishes
        if (wish == Wish.None && !UnrecordedStatements.Any(connection, message.Channel)) { return Heeded.Stored; }
        Wisher who = Of(message);
        bool unrecorded = UnrecordedStatements.Includes(connection, who);
        DateTimeOffset now = clock.GetUtcNow();
        if (wish == Wish.None)
        {
            if (unrecorded) { UnrecordedStatements.Place(connection, who, now); }
            return unrecorded ? Heeded.Passed : Heeded.Stored;
        }
        string key = WishReplies.KeyOf(who.Key, message.Conversation, message.MessageId);
        if (UnrecordedStatements.WasAnswered(connection, key)) { return Heeded.Passed; }
        if (wish == Wish.Recorded && !unrecorded) { return Heeded.Stored; }
        bool answers = unrecorded != (wish == Wish.Unrecorded) && UnrecordedStatements.Answers(connection, WishReplies.PrefixOf(who.Key), now - Day) < MostAnswers;
        if (wish == Wish.Recorded) { UnrecordedStatements.Remove(connection, who); }
        else { UnrecordedStatements.Add(connection, who, now); UnrecordedStatements.Place(connection, who, now); }
        Answer(connection, WishReplies.Row(wish, key, message.Channel, message.Conversation, message.Sender, answers));
        return new Heeded(IsStored: false, wish);
    }

    /// <summary>After that commit.</summary>
    public void Answered(Heeded heeded, InboundMessage message)
    {
        logger.Wished(message.Channel, heeded.Wish);
        outbox.Value.SignalOf(message.Channel).Set();
    }

    // with the wish, so that no crash parts the two: who is heeded hears so. One that gets no answer is put down too, so that it undoes nothing
    // when it comes again late
    private void Answer(WriteConnection connection, OutboxMessage row)
    {
        using (BotDbContext db = connection.CreateContext())
        {
            outbox.Value.Say(db, row);
            db.SaveChanges();
        }
    }

    /// <summary>Whether somebody who is not recorded speaks in a conversation, so that words quoted there may be theirs.</summary>
    public bool IsAmong(WriteConnection connection, string channel, string conversation) =>
        UnrecordedStatements.Among(connection, channel, keys.OfConversation(channel, conversation));

    private Wisher Of(InboundMessage message) => new(
        message.Channel,
        message.SenderId is { } id ? keys.OfMember(message.Channel, id) : keys.OfSender(message.Channel, null, message.Sender),
        UnrecordedSender.SumOf(message.Sender),
        keys.OfConversation(message.Channel, message.Conversation));
}

/// <param name="Wish">The one that was put down; <see cref="Wish.None"/> for most messages.</param>
internal readonly record struct Heeded(bool IsStored, Wish Wish)
{
    public static Heeded Stored => new(IsStored: true, Wish.None);

    public static Heeded Passed => new(IsStored: false, Wish.None);
}
