using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels.ChatRecord;

/// <summary>A person has looked at a record and says yes: its new messages are stored at once and triaged from then on.</summary>
/// <param name="Version">Of what was looked at.</param>
public sealed record TakeRecord(int Id, int Version);

public enum TakeOutcome { Taken, TakenBefore, Stale, NotFound }

public sealed class TakeRecordHandler(WriteQueue writes, Inbox inbox, CommunityStore community, CommunityClock clock, TimeProvider time)
{
    public Task<TakeOutcome> HandleAsync(TakeRecord command, CancellationToken cancellationToken) =>
        writes.RunAsync((db, token) => TakeAsync(db, command, token), cancellationToken);

    private async Task<TakeOutcome> TakeAsync(BotDbContext db, TakeRecord command, CancellationToken cancellationToken)
    {
        PastedRecord? record = await db.Set<PastedRecord>().FirstOrDefaultAsync(record => record.Id == command.Id, cancellationToken);
        if (record is null) { return TakeOutcome.NotFound; }
        if (record.State == RecordState.Taken) { return TakeOutcome.TakenBefore; }
        if (record.Version != command.Version) { return TakeOutcome.Stale; }
        DateTimeOffset now = time.GetUtcNow();
        RecordPlan plan = RecordPlan.Of(record, community.Current, await KnownGroup.LoadAsync(db, record.Group, cancellationToken), clock, now);
        db.AddRange(plan.Lines.Where(line => line.Fate == LineFate.New).DistinctBy(line => line.MessageId).Select(line => Store(line, record)));
        await SettleAsync(db, plan, cancellationToken);
        (record.State, record.TakenAt, record.Lines, record.Roles) = (RecordState.Taken, now, null, null);
        (record.LinesRead, record.New, record.Known) = (plan.LinesRead, plan.Count(LineFate.New), plan.Count(LineFate.Known));
        record.Version++;
        db.AfterCommit(() =>
        {
            Steps.Reached(Steps.Stored);
            inbox.Arrived.Set();
        });
        return TakeOutcome.Taken;
    }

    private static Message Store(PlannedLine line, PastedRecord record) => new()
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
