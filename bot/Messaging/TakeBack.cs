using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging;

/// <summary>撤回: what is not said yet never will be; what was said the channel recalls, or the bot says that it was a mistake.</summary>
/// <param name="Row">The <see cref="OutboxMessage.Id"/>.</param>
public sealed record TakeBack(long Row, string By);

/// <summary>What became of taking something back or correcting it.</summary>
public enum TakeBackResult
{
    /// <summary>Held back: nobody heard it.</summary>
    Held,

    /// <summary>The channel shows it as recalled.</summary>
    Recalled,

    /// <summary>A line of correction follows it.</summary>
    Corrected,

    /// <summary>It was taken back or corrected before.</summary>
    Before,

    /// <summary>It is on its way right now.</summary>
    Busy,
    NotFound,
}

public sealed class TakeBackHandler(WriteQueue writes, Outbox outbox, IEnumerable<IChannel> channels, TimeProvider clock)
{
    private const string Mistake = "【更正】上面这句是机器人弄错了，请不要当真，抱歉。";

    public Task<TakeBackResult> HandleAsync(TakeBack command, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, token) =>
        {
            if (await db.Set<OutboxMessage>().FirstOrDefaultAsync(row => row.Id == command.Row, token) is not { } row) { return TakeBackResult.NotFound; }
            TakeBackResult result = Apply(db, row, command.By);
            if (result is not (TakeBackResult.Before or TakeBackResult.Busy)) { await RestAsync(db, row, command.By, token); }
            return result;
        },
        cancellationToken);

    // Long words went out in parts; one line of correction speaks of them all
    private async Task RestAsync(BotDbContext db, OutboxMessage first, string by, CancellationToken cancellationToken)
    {
        string parts = first.Key + "#";
        // the key of a line that many groups hear ends with the group
        string? told = first.NoticeRun is not null && first.Key.EndsWith(first.Conversation, StringComparison.Ordinal) ? first.Key[..^first.Conversation.Length] + "#" : null;
        foreach (OutboxMessage part in await db.Set<OutboxMessage>()
            .Where(row => row.Key.StartsWith(parts)
                || (told != null && row.NoticeRun == first.NoticeRun && row.Channel == first.Channel && row.Conversation == first.Conversation && row.Key.StartsWith(told)))
            .ToListAsync(cancellationToken))
        {
            bool heard = part.State is OutboxState.Sent or OutboxState.InDoubt;
            if (!heard || channels.Any(channel => channel.Name == part.Channel && channel.Capabilities.Recalls)) { Apply(db, part, by); }
            else { (part.TakenBackAt, part.TakenBackBy) = (clock.GetUtcNow(), by); }
        }
    }

    /// <summary>Everything the bot said of a ticket, in one tap.</summary>
    /// <returns>How much was taken back.</returns>
    public Task<int> AllOfAsync(int ticket, string by, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, token) => (await db.Set<OutboxMessage>().Where(row => row.Ticket == ticket && row.Recalls == null && row.Corrects == null).ToListAsync(token))
            .Where(row => !PrivateLine.Is(row.Conversation))
            .Count(row => Apply(db, row, by) is TakeBackResult.Held or TakeBackResult.Recalled or TakeBackResult.Corrected),
        cancellationToken);

    private TakeBackResult Apply(BotDbContext db, OutboxMessage row, string by)
    {
        if (row.TakenBackAt is not null || row.Recalls is not null || row.State is OutboxState.Withdrawn or OutboxState.Dropped) { return TakeBackResult.Before; }
        if (row.State == OutboxState.Sending) { return TakeBackResult.Busy; }
        bool recalls = channels.Any(channel => channel.Name == row.Channel && channel.Capabilities.Recalls);
        bool heard = row.State is OutboxState.Sent or OutboxState.InDoubt;
        // a queued one may be on its way into a channel that takes a key: there the recall follows it
        if (recalls && (heard || row.State == OutboxState.Queued)) { outbox.Say(db, Recall(row)); }
        else if (heard) { outbox.Say(db, CorrectionLine.Of(row, Mistake, "takeback")); }
        (row.TakenBackAt, row.TakenBackBy) = (clock.GetUtcNow(), by);
        if (!heard) { row.State = OutboxState.Withdrawn; }
        db.Note($"{row.Id}", CorrectionLine.Where(row));
        return !heard ? TakeBackResult.Held : recalls ? TakeBackResult.Recalled : TakeBackResult.Corrected;
    }

    private static OutboxMessage Recall(OutboxMessage row) => new()
    {
        Key = $"recall:{row.Id}",
        Channel = row.Channel,
        Conversation = row.Conversation,
        Text = "",
        ReplyTo = row.SentAs ?? row.Key,
        Recalls = row.Id,
        Ticket = row.Ticket,
        Always = true,
    };
}
