using Bot.Channels.ChatRecord;
using Bot.Console.Parts;
using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Privacy;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Console.Records;

public sealed class RecordsQuery(
    IDbContextFactory<BotDbContext> contexts, CommunityStore community, RecordDesk desk, DraftsQuery drafts, IOptions<PrivacyOptions> privacy)
{
    private const int Latest = 20;

    public async Task<RecordsModel> LoadAsync(Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        // Without their lines, which may be long
        List<PastedRecord> lately = await db.Records(scope).OrderByDescending(record => record.Id).Take(Latest)
            .Select(record => new PastedRecord
            {
                Id = record.Id,
                Group = record.Group,
                By = record.By,
                PastedAt = record.PastedAt,
                State = record.State,
                LinesRead = record.LinesRead,
                New = record.New,
                Known = record.Known,
            }).ToListAsync(cancellationToken);
        return new RecordsModel(
            await GroupsAsync(db, scope, cancellationToken), lately, await db.Told(scope).CountAsync(row => row.State == OutboxState.Draft, cancellationToken),
            NamesGroups: scope.Groups is null);
    }

    /// <summary>A <see cref="PreviewModel"/>, a <see cref="ResultModel"/>, or null when the record is gone.</summary>
    public async Task<object?> FindAsync(Scope scope, int id, int page, int senders, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not var (record, plan)) { return null; }
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return plan is null
            ? await ResultAsync(db, scope, record, cancellationToken)
            : new PreviewModel(
                record, plan, await GroupsAsync(db, scope, cancellationToken), Math.Clamp(page, 1, 1000), Math.Clamp(senders, 1, 1000), privacy.Value.KeepDays);
    }

    private async Task<ResultModel> ResultAsync(BotDbContext db, Scope scope, PastedRecord record, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Message>().Where(message => message.Record == record.Id)
            .GroupJoin(db.Set<MessageDecision>(), message => message.Seq, decision => decision.MessageSeq, (message, decisions) => new { message, decisions })
            .SelectMany(each => each.decisions.DefaultIfEmpty(), (each, decision) => new
            {
                each.message.State,
                Ticket = decision == null ? null : decision.Ticket,
                Opened = decision != null && decision.Opened,
                Review = decision != null && decision.NeedsReview,
                Question = decision != null && decision.Kind == Kind.Question,
            })
            .ToListAsync(cancellationToken);
        int[] opened = [.. rows.Where(row => row.Opened).Select(row => row.Ticket!.Value).Distinct()];
        int[] touched = [.. rows.Select(row => row.Ticket).OfType<int>().Distinct()];
        List<Ticket> tickets = await db.Tickets(scope).Where(ticket => touched.Contains(ticket.Number)).OrderBy(ticket => ticket.Number).ToListAsync(cancellationToken);
        return new ResultModel(
            record,
            rows.Count(row => row.State == MessageState.Received),
            [.. tickets.Where(ticket => opened.Contains(ticket.Number))],
            rows.Count(row => row.Opened),
            rows.Count(row => row is { Ticket: not null, Opened: false }),
            [.. tickets.Where(ticket => !opened.Contains(ticket.Number))],
            rows.Count(row => row is { Ticket: null, Question: true, Review: false }),
            rows.Count(row => row is { Ticket: null, Review: true }),
            rows.Count(row => row.State == MessageState.Ignored),
            rows.Count(row => row.State == MessageState.SetAside),
            rows.Count(row => row is { State: MessageState.Decided, Ticket: null, Question: false, Review: false }),
            await drafts.OfRecordAsync(scope, record.Id, cancellationToken));
    }

    private async Task<IReadOnlyList<string>> GroupsAsync(BotDbContext db, Scope scope, CancellationToken cancellationToken) =>
        [.. community.Current.Groups.Keys.Of(scope).Union(await db.Records(scope).Select(record => record.Group).Distinct().OrderBy(group => group).ToListAsync(cancellationToken))];
}
