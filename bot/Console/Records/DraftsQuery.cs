using Bot.Console.Parts;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Records;

/// <param name="Old">How many answer words that are older than a day.</param>
/// <param name="Waiting">By group, the group with the oldest draft first.</param>
public sealed record DraftsModel(IReadOnlyList<IGrouping<string, DraftRow>> Waiting, int More, int Old);

/// <summary>What the bot would say where it cannot, with the words each draft answers.</summary>
public sealed class DraftsQuery(IDbContextFactory<BotDbContext> contexts, TimeProvider clock)
{
    private const int Shown = 60;

    public async Task<DraftsModel> WaitingAsync(Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<OutboxMessage> waiting = db.Told(scope).Where(row => row.State == OutboxState.Draft);
        List<DraftRow> rows = await WithQuotes(db, scope, waiting.OrderBy(row => row.Id).Take(Shown)).ToListAsync(cancellationToken);
        return new DraftsModel([.. rows.GroupBy(row => row.Row.Conversation)], await waiting.CountAsync(cancellationToken) - rows.Count,
            await db.OldDrafts(scope, clock.GetUtcNow()).CountAsync(cancellationToken));
    }

    /// <summary>What was drafted because of a record, also what was said since.</summary>
    public async Task<IReadOnlyList<DraftRow>> OfRecordAsync(Scope scope, int record, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<string> keys = db.Set<Message>().Where(message => message.Record == record).Select(message => "reply:" + message.Seq);
        return await WithQuotes(db, scope, db.Told(scope).Where(row => keys.Contains(row.Key)).OrderBy(row => row.Id).Take(Shown))
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<DraftRow> WithQuotes(BotDbContext db, Scope scope, IQueryable<OutboxMessage> rows) => rows.Select(row => new DraftRow(
        row,
        db.Messages(scope).FirstOrDefault(message => message.Channel == row.Channel && message.Conversation == row.Conversation && message.MessageId == row.ReplyTo)));
}
