using Bot.Grids;
using Bot.Storage;
using Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library.Checks;

/// <summary>Asks the questions of a run on the way of the group; drafts take their places in an index of its own, and residents notice nothing.</summary>
public sealed class RunAsker(DocumentStore store, CommunityStore community, CommunityClock clock, IDbContextFactory<BotDbContext> contexts)
{
    // noon: whatever the zone does, it is that day
    private const int Noon = 12;

    public async Task<List<RunRow>> AskAsync(
        QuestionRun run, IReadOnlyList<AskedCheck> questions, int[] drafts, Action<int> progress, CancellationToken cancellationToken)
    {
        DateTimeOffset asked = clock.Instant(run.Day.ToDateTime(new TimeOnly(Noon, 0)));
        if (run.Kind == RunKind.Batch)
        {
            List<Outcome> now = await OutcomesAsync(store, questions, asked, progress, cancellationToken);
            return [.. questions.Zip(now, (question, outcome) => RunJudge.Judge(run.Id, question, outcome))];
        }
        if (store.Base is not { } open) { throw new InvalidOperationException("The knowledge base is not open."); }
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        ScratchIndex index = new(open);
        IQueryable<ShelfDocument> live = db.Set<ShelfDocument>().Where(row => row.State == ShelfState.Active || row.State == ShelfState.Disabled);
        await foreach (ShelfDocument row in live.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            index.Put(new StoredDocument(row.ToDocument(), row.State == ShelfState.Active, Fingerprint: null));
        }
        ScratchKnowledge scratch = new(index);
        List<Outcome> before = await OutcomesAsync(scratch, questions, asked, done => progress(done / 2), cancellationToken);
        foreach (ShelfDocument draft in await db.Set<ShelfDocument>().Where(row => drafts.Contains(row.Id)).ToListAsync(cancellationToken))
        {
            index.Put(new StoredDocument(draft.ToDocument(), Enabled: true, Fingerprint: null));
        }
        List<Outcome> after = await OutcomesAsync(scratch, questions, asked, done => progress((questions.Count + done) / 2), cancellationToken);
        return [.. questions.Select((question, i) => RunJudge.Compare(run.Id, question, before[i], after[i]))];
    }

    private async Task<List<Outcome>> OutcomesAsync(
        IKnowledge knowledge, IReadOnlyList<AskedCheck> questions, DateTimeOffset asked, Action<int> progress, CancellationToken cancellationToken)
    {
        QuestionDesk desk = new(knowledge, community.Current, clock);
        List<Outcome> outcomes = [];
        foreach (AskedCheck question in questions)
        {
            outcomes.Add(Outcome.Of(await desk.ConsiderAsync([question.Question], asked, question.Group, cancellationToken)));
            progress(outcomes.Count);
        }
        return outcomes;
    }
}
