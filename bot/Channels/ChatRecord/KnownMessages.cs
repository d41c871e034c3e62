using Bot.Messaging;
using Bot.Messaging.Privacy;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels.ChatRecord;

/// <summary>A message of the group that is stored already.</summary>
/// <param name="Recorded">Whether a chat record brought it; else a channel heard it.</param>
internal sealed record KnownMessage(string Id, string Sender, string Bare, DateTimeOffset Time, bool Recorded);

/// <summary>Something the bot was to say in the group.</summary>
/// <param name="Waits">Whether it is still a draft.</param>
internal sealed record BotWord(long Row, string Bare, bool Waits, DateTimeOffset CreatedAt);

/// <summary>What is known of a group before a record of it is taken in.</summary>
internal sealed record KnownGroup(IReadOnlyList<KnownMessage> Messages, IReadOnlyList<BotWord> Words)
{
    // As many as records of some weeks hold
    private const int Most = 30_000;
    private const int MostWords = 2_000;

    /// <summary>Who of the group said in a record that they are not to be recorded.</summary>
    public IReadOnlySet<string> Unrecorded { get; init; } = new HashSet<string>();

    /// <summary>By what a name of the group is looked up among them.</summary>
    public Func<string, IReadOnlyList<string>> KeysOf { get; init; } = _ => [];

    public bool IsUnrecorded(string sender) => Unrecorded.Count > 0 && KeysOf(sender).Any(Unrecorded.Contains);

    public static KnownGroup Nothing { get; } = new([], []);

    public static async Task<KnownGroup> LoadAsync(BotDbContext db, RecordingKeys keys, string group, CancellationToken cancellationToken)
    {
        var messages = await db.Set<Message>().AsNoTracking().Where(message => message.Conversation == group)
            .OrderByDescending(message => message.Seq).Take(Most)
            .Select(message => new { message.MessageId, message.Sender, message.Text, message.Time, message.Seq, message.Record }).ToListAsync(cancellationToken);
        var words = await db.Set<OutboxMessage>().AsNoTracking().Where(row => row.Channel == ChatRecordChannel.ChannelName && row.Conversation == group)
            .OrderByDescending(row => row.Id).Take(MostWords).Select(row => new { row.Id, row.Text, row.State, row.CreatedAt }).ToListAsync(cancellationToken);
        return new KnownGroup(
            [.. messages.OrderBy(message => message.Time).ThenBy(message => message.Seq)
                .Select(message => new KnownMessage(message.MessageId, message.Sender, Bare.Of(message.Text), message.Time, message.Record is not null))],
            [.. words.OrderBy(word => word.Id).Select(word => new BotWord(word.Id, Bare.Of(word.Text), word.State == OutboxState.Draft, word.CreatedAt))])
        {
            Unrecorded = await UnrecordedAsync(db, cancellationToken),
            KeysOf = sender => KeysIn(keys, group, sender),
        };
    }

    public static Task<HashSet<string>> UnrecordedAsync(BotDbContext db, CancellationToken cancellationToken) =>
        db.Set<UnrecordedSender>().Where(wish => wish.Channel == ChatRecordChannel.ChannelName).Select(wish => wish.Sender).ToHashSetAsync(cancellationToken);

    /// <summary>The first is that under which a wish is kept; older programs kept it for all groups, or under a sum of the name.</summary>
    public static IReadOnlyList<string> KeysIn(RecordingKeys keys, string group, string sender) =>
    [
        keys.OfSender(ChatRecordChannel.ChannelName, group, sender), keys.OfSender(ChatRecordChannel.ChannelName, null, sender), UnrecordedSender.SumOf(sender),
    ];
}
