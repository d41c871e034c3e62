using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Day;

/// <summary>交班: kept as it stood, and told to the person who takes over.</summary>
public sealed record HandOverShift(string From, string To, IReadOnlyList<string> Facts, string Words);

public sealed class HandOverShiftHandler(WriteQueue queue, Outbox outbox, PrivateWays ways, CommunityStore community, TimeProvider clock)
{
    /// <summary>How long it can be taken back before the other person hears of it.</summary>
    private static readonly TimeSpan Regret = TimeSpan.FromSeconds(12);

    public async Task<ShiftNote> HandleAsync(HandOverShift command, CancellationToken cancellationToken) =>
        await queue.RunAsync(async (db, token) =>
        {
            ShiftNote note = new() { From = command.From, To = command.To, At = clock.GetUtcNow(), Facts = command.Facts, Words = command.Words };
            db.Add(note);
            await db.SaveChangesAsync(token);
            Tell(db, note);
            return note;
        }, cancellationToken);

    /// <summary>Only its author, and only while nobody has received it.</summary>
    /// <returns>The note that is gone; null when it could not be taken back.</returns>
    public Task<ShiftNote?> TakeBackAsync(long id, string by, CancellationToken cancellationToken) =>
        queue.RunAsync(async (db, token) =>
        {
            ShiftNote? gone = await db.Set<ShiftNote>().FirstOrDefaultAsync(note => note.Id == id && note.From == by && note.ReceivedAt == null, token);
            if (gone is null) { return null; }
            db.Remove(gone);
            string key = Key(id);
            await db.Set<OutboxMessage>().Where(row => row.Key == key && row.State == OutboxState.Queued).ExecuteDeleteAsync(token);
            return gone;
        }, cancellationToken);

    /// <summary>收到, by the person it was handed to; a second tap changes nothing.</summary>
    public Task<bool> ReceiveAsync(long id, string by, CancellationToken cancellationToken) =>
        queue.RunAsync(async (db, token) =>
        {
            DateTimeOffset now = clock.GetUtcNow();
            return await db.Set<ShiftNote>().Where(note => note.Id == id && note.To == by && note.ReceivedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(note => note.ReceivedAt, now), token) > 0;
        }, cancellationToken);

    private void Tell(BotDbContext db, ShiftNote note)
    {
        if (ways.Of(note.To) is not [PrivateWay way, ..]) { return; }
        outbox.Say(db, new OutboxMessage
        {
            Key = Key(note.Id),
            Channel = way.Channel,
            Conversation = way.Conversation,
            Text = $"【交班】{community.Current.TitleOf(note.From)}把班交给您。请打开后台看一眼，点“收到”。",
            NextAttemptAt = note.At + Regret,
        });
    }

    private static string Key(long id) => $"shift:{id}";
}
