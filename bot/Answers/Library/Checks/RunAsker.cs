using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library.Checks;

/// <summary>Asks the questions of a run where residents' questions are answered; of drafts, as it would be with them, and residents notice nothing.</summary>
public sealed class RunAsker(DocumentStore store, CommunityStore community, CommunityClock clock, IDbContextFactory<BotDbContext> contexts)
{
    // noon: whatever the zone does, it is that day
    private const int Noon = 12;

    /// <exception cref="InvalidOperationException">Nothing answers now: what came of it would say nothing.</exception>
    public async Task<List<RunRow>> AskAsync(
        QuestionRun run, IReadOnlyList<AskedCheck> questions, int[] drafts, Action<int> progress, CancellationToken cancellationToken)
    {
        DateTimeOffset asked = clock.Instant(run.Day.ToDateTime(new TimeOnly(Noon, 0)));
        if (run.Kind == RunKind.Batch)
        {
            List<Outcome> now = await OutcomesAsync(store, questions, asked, progress, cancellationToken);
            return [.. questions.Zip(now, (question, outcome) => RunJudge.Judge(run.Id, question, outcome))];
        }
        List<Outcome> before = await OutcomesAsync(store, questions, asked, done => progress(done / 2), cancellationToken);
        TrialKnowledge trial = await WithAsync(drafts, cancellationToken);
        List<Outcome> after = await OutcomesAsync(trial, questions, asked, done => progress((questions.Count + done) / 2), cancellationToken);
        return [.. questions.Select((question, i) => RunJudge.Compare(run.Id, question, before[i], after[i]))];
    }

    private async Task<TrialKnowledge> WithAsync(int[] drafts, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<ShelfDocument> come = await db.Set<ShelfDocument>().Where(row => drafts.Contains(row.Id)).ToListAsync(cancellationToken);
        string[] names = [.. come.Select(row => row.Name)];
        List<ShelfDocument> go = await db.Set<ShelfDocument>()
            .Live().Where(row => names.Contains(row.Name)).ToListAsync(cancellationToken);
        return await store.WithAsync([.. come.Select(row => row.ToStored(enabled: true))], [.. go.Select(row => row.ToStored(row.State == ShelfState.Active))], cancellationToken) is { } desk
            ? new TrialKnowledge(desk, store) : throw NothingAnswers();
    }

    private async Task<List<Outcome>> OutcomesAsync(
        IKnowledge knowledge, IReadOnlyList<AskedCheck> questions, DateTimeOffset asked, Action<int> progress, CancellationToken cancellationToken)
    {
        QuestionDesk desk = new(knowledge, community.Current, clock);
        List<Outcome> outcomes = [];
        foreach (AskedCheck question in questions)
        {
            Considered considered = await desk.ConsiderAsync([question.Question], asked, question.Group, cancellationToken);
            // a server that is gone refuses nothing, it says nothing
            if (considered.Parts.Any(part => part.Answer is null)) { throw NothingAnswers(); }
            outcomes.Add(Outcome.Of(considered));
            progress(outcomes.Count);
        }
        return outcomes;
    }

    private static InvalidOperationException NothingAnswers() => new("The knowledge base is not open or not reached.");
}
