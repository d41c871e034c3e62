using Bot.Answers.Library;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage;

/// <summary>
/// The one loop that works the inbox in order of arrival. Its pipeline is memory only: after a restart, a failure or a
/// change of the directory or the engine it is built anew from the tables. Chat records have a pipeline of their own and take turns with it.
/// </summary>
public sealed class TriageWorker(
    Inbox inbox, CommunityStore community, TicketsChanged ticketsChanged, EngineStatus status, EngineSource engines,
    IDbContextFactory<BotDbContext> contexts, PipelineMemory memory, OutcomeWriter writer, DocumentStore documents, PrivateReplies privateReplies, TimeProvider clock, ILogger<TriageWorker> logger)
    : BackgroundService
{
    private const int Batch = 200;
    private const int MostTries = 3;

    // with so many at once more are on their way: a breath between two looks leaves the machine to taking them in
    private const int Crowd = 16;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(25);

    // while many wait to be stored their vendors wait for an answer, and what is stored is safe; but it waits no longer than this
    private static readonly TimeSpan MostLull = TimeSpan.FromMilliseconds(500);

    // documents that take longer than the engine are not waited for by emergencies
    private static readonly TimeSpan DocumentsTime = TimeSpan.FromSeconds(5);
    private readonly Dictionary<long, int> _failures = [];
    private volatile bool _stale;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        void Rebuild()
        {
            _stale = true;
            inbox.Arrived.Set();
        }

        community.Changed += Rebuild;
        engines.Changed += Rebuild;
        inbox.Changed += Rebuild;
        inbox.Forgotten += memory.Forget;
        ticketsChanged.Changed += OnTicketsChanged;
        try
        {
            await Task.Yield();
            await engines.GetAsync(stoppingToken);
            await Task.WhenAny(documents.Settled, Task.Delay(DocumentsTime, clock, stoppingToken));
            status.MarkReady();
            while (!stoppingToken.IsCancellationRequested)
            {
                await RunAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: what is undecided stays in the inbox
        }
        finally
        {
            community.Changed -= Rebuild;
            engines.Changed -= Rebuild;
            inbox.Changed -= Rebuild;
            inbox.Forgotten -= memory.Forget;
            ticketsChanged.Changed -= OnTicketsChanged;
        }
    }

    private void OnTicketsChanged(int number)
    {
        memory.TicketChanged(number);
        inbox.Arrived.Set();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        _stale = false;
        try
        {
            Engine engine = await engines.GetAsync(cancellationToken);
            CommunityDirectory directory = community.Current;
            TriagePipeline pipeline = await memory.BuildAsync(engine.Model, directory, cancellationToken);
            Session session = new(pipeline, directory, engine, new RecordTriage(inbox, contexts, memory, writer, directory, engine));
            // one step at least: however often it has to be built anew, what waits goes on
            do { await StepAsync(session, cancellationToken); } while (!_stale);
        }
        catch (TriageFailedException failed)
        {
            await SetAsideIfPoisonAsync(failed, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.Failed(exception);
            await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellationToken);
        }
    }

    private async Task SetAsideIfPoisonAsync(TriageFailedException failed, CancellationToken cancellationToken)
    {
        long first = failed.Messages[0].Seq;
        int tries = _failures[first] = _failures.GetValueOrDefault(first) + 1;
        logger.Failed(failed.InnerException!);
        if (tries >= MostTries)
        {
            await writer.SetAsideAsync([.. failed.Messages.Select(message => message.Seq)], failed.InnerException!, cancellationToken);
            _failures.Remove(first);
        }
    }

    private async Task StepAsync(Session session, CancellationToken cancellationToken)
    {
        await inbox.LullAsync(MostLull, cancellationToken);
        // Sampled before the inbox is read: timers may only fire up to a moment whose messages are all known
        DateTimeOffset now = clock.GetUtcNow();
        await memory.RefreshAsync(session.Pipelines, cancellationToken);
        IReadOnlyList<Message> messages = await inbox.UndecidedAfterAsync(session.LastSeq, Batch, cancellationToken);
        foreach (Message message in messages)
        {
            session.LastSeq = message.Seq;
            await TakeAsync(session, message, cancellationToken);
        }

        if (messages.Count == Batch)
        {
            return;
        }

        await CloseAsync(session, now, cancellationToken);
        if (messages.Count >= Crowd) { await Task.Delay(Breath, clock, cancellationToken); }
        if (!await session.Records.StepAsync(cancellationToken))
        {
            await WaitAsync(session.Pipeline, cancellationToken);
        }
    }

    private async Task TakeAsync(Session session, Message message, CancellationToken cancellationToken)
    {
        if (PrivateLine.Is(message.Conversation))
        {
            await privateReplies.TakeAsync(message, cancellationToken);
            return;
        }

        await CloseAsync(session, message.Time, cancellationToken);
        session.Pipeline.Hear(await memory.ToChatAsync(message, cancellationToken));
        await CloseAsync(session, message.Time, cancellationToken);
    }

    private async Task CloseAsync(Session session, DateTimeOffset until, CancellationToken cancellationToken)
    {
        while (session.Pipeline.TryClose(until, out BurstOutcome outcome))
        {
            Applied? applied = await writer.WriteAsync(outcome, session.Directory, session.Engine, cancellationToken);
            if (applied is not null)
            {
                session.Pipeline.Settle(outcome, applied.Tickets, [.. applied.Rows.Select(row => row.Ticket)]);
                continue;
            }

            await HearAgainAsync(session, [.. outcome.Verdicts.Select(verdict => verdict.Finding.Message)], cancellationToken);
        }
    }

    // Some of it was taken back while it was decided: the rest is heard anew, without building everything anew
    private async Task HearAgainAsync(Session session, ChatMessage[] heard, CancellationToken cancellationToken)
    {
        Array.ForEach(heard, session.Pipeline.Forget);
        foreach (Message message in await inbox.UndecidedAmongAsync([.. heard.Select(message => message.Seq)], cancellationToken))
        {
            session.Pipeline.Hear(await memory.ToChatAsync(message, cancellationToken));
        }
    }

    private async Task WaitAsync(TriagePipeline pipeline, CancellationToken cancellationToken)
    {
        if (pipeline.NextDue is not { } due)
        {
            await inbox.Arrived.WaitAsync(cancellationToken);
            return;
        }

        TimeSpan wait = due - clock.GetUtcNow() + TimeSpan.FromMilliseconds(1);
        if (wait > TimeSpan.Zero)
        {
            await inbox.Arrived.WaitAsync(wait, clock, cancellationToken);
        }
    }

    private sealed class Session(TriagePipeline pipeline, CommunityDirectory directory, Engine engine, RecordTriage records)
    {
        public TriagePipeline Pipeline { get; } = pipeline;
        public CommunityDirectory Directory { get; } = directory;
        public Engine Engine { get; } = engine;
        public RecordTriage Records { get; } = records;
        public IReadOnlyList<TriagePipeline> Pipelines => Records.Pipeline is { } record ? [Pipeline, record] : [Pipeline];
        public long LastSeq { get; set; }
    }
}
