using System.Collections.Concurrent;
using System.Threading.Channels;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library.Checks;

/// <summary>Runs of many questions, one after the other, beside the requests that begin them.</summary>
public sealed class QuestionRuns(WriteQueue writes, RunAsker asker, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<QuestionRuns> logger) : BackgroundService
{
    private readonly Channel<(QuestionRun Run, IReadOnlyList<AskedCheck> Questions, int[] Drafts)> _waiting =
        Channel.CreateUnbounded<(QuestionRun, IReadOnlyList<AskedCheck>, int[])>();
    private readonly ConcurrentDictionary<int, int> _done = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _ends = new();

    /// <summary>How many questions of a run that goes on are answered.</summary>
    public int DoneOf(int run) => _done.GetValueOrDefault(run);

    /// <summary>Begins to ask questions of what answers now.</summary>
    public async Task<int> StartBatchAsync(IReadOnlyList<AskedCheck> questions, DateOnly day, string? group, string by, CancellationToken cancellationToken) =>
        await BeginAsync(New(RunKind.Batch, questions.Count, day, by, group: group), questions, [], cancellationToken);

    /// <summary>Begins to ask the regression questions with the drafts and without.</summary>
    /// <param name="day">Today, or the first day on which the drafts hold.</param>
    public async Task<int> StartAsync(IReadOnlyList<ShelfDocument> drafts, IReadOnlyList<AskedCheck> questions, DateOnly day, string by, CancellationToken cancellationToken)
    {
        QuestionRun run = New(RunKind.Publish, questions.Count, day, by, string.Join('、', drafts.Select(draft => draft.Title)));
        return await BeginAsync(run, questions, [.. drafts.Select(draft => draft.Id)], cancellationToken);
    }

    /// <summary>Completes at the run's end, or after that time.</summary>
    public async Task WaitAsync(int run, TimeSpan longest, CancellationToken cancellationToken)
    {
        if (_ends.TryGetValue(run, out TaskCompletionSource? end))
        {
            await Task.WhenAny(end.Task, Task.Delay(longest, clock, cancellationToken));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await AskAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping, perhaps before the program ever served
        }
    }

    private async Task AskAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        // what a stop of the program broke off
        await writes.RunAsync((db, token) => db.Set<QuestionRun>().Where(run => run.State == RunState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.State, RunState.Failed), token), stoppingToken);
        await foreach ((QuestionRun run, IReadOnlyList<AskedCheck> questions, int[] drafts) in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                List<RunRow> rows = await asker.AskAsync(run, questions, drafts, done => _done[run.Id] = done, stoppingToken);
                await EndAsync(run.Id, RunState.Done, rows, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.NotAsked(run.Id, exception);
                await EndAsync(run.Id, RunState.Failed, [], stoppingToken);
            }
            _done.TryRemove(run.Id, out _);
            if (_ends.TryRemove(run.Id, out TaskCompletionSource? end)) { end.TrySetResult(); }
        }
    }

    private QuestionRun New(RunKind kind, int total, DateOnly day, string by, string? title = null, string? group = null) =>
        new() { Kind = kind, StartedAt = clock.GetUtcNow(), StartedBy = by, Day = day, Title = title, Group = group, Total = total };

    private async Task<int> BeginAsync(QuestionRun run, IReadOnlyList<AskedCheck> questions, int[] drafts, CancellationToken cancellationToken)
    {
        await writes.RunAsync(async (db, token) =>
        {
            db.Add(run);
            await db.SaveChangesAsync(token);
            await db.Set<ShelfDocument>().Where(row => drafts.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.CheckRun, run.Id), token);
            await RunHistory.ForgetAsync(db, run.Kind, token);
        }, cancellationToken);
        _ends[run.Id] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _waiting.Writer.WriteAsync((run, questions, drafts), cancellationToken);
        return run.Id;
    }

    private Task EndAsync(int id, RunState state, List<RunRow> rows, CancellationToken cancellationToken) => writes.RunAsync(async (db, token) =>
    {
        QuestionRun run = await db.Set<QuestionRun>().AsTracking().SingleAsync(each => each.Id == id, token);
        run.State = state;
        run.Same = rows.Count(row => row.Change == RunChange.Same);
        run.Better = rows.Count(row => row.Change == RunChange.Better);
        run.Worse = rows.Count(row => row.Change == RunChange.Worse);
        db.AddRange(rows);
    }, cancellationToken);
}
