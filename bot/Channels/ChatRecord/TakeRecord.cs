using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Privacy;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Channels.ChatRecord;

/// <summary>A person has looked at a record and says yes: its new messages are stored at once and triaged from then on.</summary>
/// <param name="Version">Of what was looked at.</param>
/// <param name="Scope">Whose groups.</param>
public sealed record TakeRecord(int Id, int Version, Scope Scope);

public enum TakeOutcome { Taken, TakenBefore, Stale, NotFound, NotTheirs }

public sealed class TakeRecordHandler(
    WriteQueue writes, IDbContextFactory<BotDbContext> contexts, Inbox inbox, Outbox outbox, CommunityStore community, RecordingKeys keys, CommunityClock clock, TimeProvider time,
    IOptions<PrivacyOptions> privacy)
{
    public async Task<TakeOutcome> HandleAsync(TakeRecord command, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Worked out before anyone has to wait for the writer; done only if no other record of the group came in between
            (RecordPlan? plan, Seen seen) = await PlanAsync(command.Id, cancellationToken);
            TakeOutcome? outcome = await writes.RunAsync((db, token) => TakeAsync(db, command, plan, seen, token), cancellationToken);
            if (outcome is { } done) { return done; }
        }
    }

    private async Task<(RecordPlan?, Seen)> PlanAsync(int id, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        PastedRecord? record = await db.Set<PastedRecord>().AsNoTracking().FirstOrDefaultAsync(record => record.Id == id, cancellationToken);
        if (record is not { State: RecordState.Preview }) { return (null, Seen.Nothing); }
        long last = await LastAsync(db, record.Group, cancellationToken);
        KnownGroup known = await KnownGroup.LoadAsync(db, keys, record.Group, cancellationToken);
        DateTimeOffset now = time.GetUtcNow();
        return (RecordPlan.Of(record, community.Current, known, clock, now, privacy.Value.Oldest(now)), new Seen(last, known.Unrecorded));
    }

    private async Task<TakeOutcome?> TakeAsync(BotDbContext db, TakeRecord command, RecordPlan? plan, Seen seen, CancellationToken cancellationToken)
    {
        PastedRecord? record = await db.Set<PastedRecord>().FirstOrDefaultAsync(record => record.Id == command.Id, cancellationToken);
        if (record is null) { return TakeOutcome.NotFound; }
        if (!command.Scope.Covers(record.Group)) { return TakeOutcome.NotTheirs; }
        if (record.State == RecordState.Taken || plan is null) { return TakeOutcome.TakenBefore; }
        if (record.Version != command.Version) { return TakeOutcome.Stale; }
        if (await LastAsync(db, record.Group, cancellationToken) != seen.Last) { return null; }
        if (!seen.Unrecorded.SetEquals(await KnownGroup.UnrecordedAsync(db, cancellationToken))) { return null; }
        PlannedLine[] fresh = [.. plan.Lines.Where(line => line.Fate == LineFate.New).DistinctBy(line => line.MessageId)];
        await inbox.StoreRecordAsync(db, [.. fresh.Select(line => Message(line, record))], cancellationToken);
        await HeedAsync(db, plan, record.Group, cancellationToken);
        await SettleAsync(db, plan, cancellationToken);
        (record.State, record.TakenAt, record.Lines, record.Roles) = (RecordState.Taken, time.GetUtcNow(), null, null);
        (record.LinesRead, record.New, record.Known) = (plan.LinesRead, fresh.Length, plan.Count(LineFate.Known));
        record.Version++;
        return TakeOutcome.Taken;
    }

    private static async Task<long> LastAsync(BotDbContext db, string group, CancellationToken cancellationToken) =>
        await db.Set<Message>().Where(message => message.Record != null && message.Conversation == group).MaxAsync(message => (long?)message.Seq, cancellationToken) ?? 0;

    // A wish that was answered before must not undo what was wished since; only the last of each is answered
    private async Task HeedAsync(BotDbContext db, RecordPlan plan, string group, CancellationToken cancellationToken)
    {
        foreach (IGrouping<string, PlannedLine> wished in plan.Lines.Where(line => line.Wish != Wish.None).GroupBy(line => line.Line.Sender).ToArray())
        {
            IReadOnlyList<string> of = KnownGroup.KeysIn(keys, group, wished.Key);
            PlannedLine last = wished.Last();
            bool heard = false;
            foreach (PlannedLine line in wished)
            {
                string key = WishReplies.KeyOf(of[0], group, line.MessageId!);
                heard |= outbox.Say(db, WishReplies.Row(line.Wish, key, ChatRecordChannel.ChannelName, group, wished.Key, isSaid: line == last && line.Turns));
            }
            if (!heard) { continue; }
            await db.Set<UnrecordedSender>().Where(wish => wish.Channel == ChatRecordChannel.ChannelName && of.Contains(wish.Sender)).ExecuteDeleteAsync(cancellationToken);
            if (last.Wish == Wish.Unrecorded) { db.Add(new UnrecordedSender { Channel = ChatRecordChannel.ChannelName, Sender = of[0], Since = time.GetUtcNow() }); }
        }
    }

    /// <summary>What a plan was made of; it holds as long as this is so.</summary>
    private sealed record Seen(long Last, IReadOnlySet<string> Unrecorded)
    {
        public static readonly Seen Nothing = new(0, new HashSet<string>());
    }

    private static Message Message(PlannedLine line, PastedRecord record) => new()
    {
        Channel = ChatRecordChannel.ChannelName,
        Conversation = record.Group,
        MessageId = line.MessageId!,
        Sender = line.Line.Sender,
        Role = line.Role,
        Text = line.Text,
        ReplyTo = line.ReplyTo,
        Time = line.Time!.Value,
        State = line.Role == SenderRole.Bot ? MessageState.Ignored : MessageState.Received,
        Record = record.Id,
    };

    // What stands in the group has been said, whoever said it
    private static async Task SettleAsync(BotDbContext db, RecordPlan plan, CancellationToken cancellationToken)
    {
        foreach (PlannedLine line in plan.Lines.Where(line => line.Drafts.Count > 0))
        {
            foreach (OutboxMessage draft in await db.Set<OutboxMessage>()
                .Where(row => line.Drafts.Contains(row.Id) && row.State == OutboxState.Draft).ToListAsync(cancellationToken))
            {
                (draft.State, draft.SentAt) = (OutboxState.Sent, line.Time);
            }
        }
    }
}
