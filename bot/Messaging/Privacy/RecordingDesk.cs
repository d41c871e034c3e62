using Bot.Grids;
using Bot.Storage;

namespace Bot.Messaging.Privacy;

/// <summary>Heeds 不要记录我 before anything of a message is stored, and says what it means.</summary>
/// <param name="outbox">Known late: it knows the channels, which know the inbox.</param>
internal sealed class RecordingDesk(
    WriteQueue writes, CommunityStore community, RecordingKeys keys, Lazy<Outbox> outbox, TimeProvider clock, ILogger<RecordingDesk> logger)
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
        return new Heeded(IsStored: false, wish, key, answers);
    }

    /// <summary>
    /// Before the channel acknowledges: a wish that was not answered comes again. One that gets no answer is put down too, so that it undoes nothing
    /// when it comes again late.
    /// </summary>
    public Task AnswerAsync(Heeded heeded, InboundMessage message, CancellationToken cancellationToken)
    {
        logger.Wished(message.Channel, heeded.Wish);
        return writes.RunAsync(
            (db, _) => Task.FromResult(outbox.Value.Say(db, WishReplies.Row(heeded.Wish, heeded.Key!, message.Channel, message.Conversation, message.Sender, heeded.Answers))),
            cancellationToken);
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

/// <param name="Wish">The one to be put down; <see cref="Wish.None"/> for most messages.</param>
/// <param name="Key">Of the answer.</param>
/// <param name="Answers">Whether it is answered.</param>
internal readonly record struct Heeded(bool IsStored, Wish Wish, string? Key, bool Answers)
{
    public static Heeded Stored => new(IsStored: true, Wish.None, null, Answers: false);

    public static Heeded Passed => new(IsStored: false, Wish.None, null, Answers: false);
}
