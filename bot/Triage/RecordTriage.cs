using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Triage.Bursts;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage;

/// <summary>
/// Hears the messages of chat records on the records' own clock, a few at a time so that live groups need not wait. What it
/// holds is memory only: after a restart the messages still undecided are heard again, after those decided.
/// </summary>
public sealed class RecordTriage(
    Inbox inbox, IDbContextFactory<BotDbContext> contexts, PipelineMemory memory, OutcomeWriter writer, CommunityDirectory directory, Engine engine)
{
    private const int Slice = 20;

    // Where only minutes are told, what follows in the next minute may have followed at once
    private static readonly TimeSpan MinuteGap = TimeSpan.FromSeconds(61);

    private readonly Queue<(Message Message, int? Ticket)> _waiting = new();
    private DateTimeOffset _clock;

    /// <summary>The pipeline of the record at work; null when there is none.</summary>
    public TriagePipeline? Pipeline { get; private set; }

    /// <summary>Takes the next few messages; false when no record waits.</summary>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        if (Pipeline is null && !await BeginAsync(cancellationToken))
        {
            return false;
        }

        for (int i = 0; i < Slice && _waiting.TryDequeue(out (Message Message, int? Ticket) next); i++)
        {
            await HearAsync(next.Message, next.Ticket, cancellationToken);
        }

        if (_waiting.Count == 0)
        {
            await CloseAsync(DateTimeOffset.MaxValue, cancellationToken);
            Pipeline = null;
        }

        return true;
    }

    private async Task<bool> BeginAsync(CancellationToken cancellationToken)
    {
        if (await inbox.UndecidedRecordAsync(cancellationToken) is not { } record)
        {
            return false;
        }

        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<Message> messages = await db.Set<Message>().AsNoTracking()
            .Where(message => message.Record == record && message.State == MessageState.Received)
            .OrderBy(message => message.Time).ThenBy(message => message.Seq).ToListAsync(cancellationToken);
        IReadOnlyList<(Message Message, int? Ticket)> decided = await memory.DecidedBetweenAsync(messages[0], messages[^1], cancellationToken);
        foreach ((Message, int?) next in messages.Select(message => (Message: message, Ticket: (int?)null)).Concat(decided)
            .OrderBy(next => next.Message.Time).ThenBy(next => next.Message.Seq))
        {
            _waiting.Enqueue(next);
        }

        bool minutes = messages.TrueForAll(message => message.Time.Second == 0 && message.Time.Millisecond == 0);
        BurstTimes times = minutes ? BurstTimes.Default with { Gap = MinuteGap } : BurstTimes.Default;
        _clock = messages[0].Time;
        Pipeline = await memory.BuildForRecordAsync(engine.Model, directory, times, messages[0], cancellationToken);
        return true;
    }

    private async Task HearAsync(Message message, int? ticket, CancellationToken cancellationToken)
    {
        if (message.State == MessageState.Decided)
        {
            Pipeline!.Recall(PipelineMemory.ToChat(message), ticket);
            return;
        }

        _clock = message.Time > _clock ? message.Time : _clock;
        await CloseAsync(_clock, cancellationToken);
        Pipeline!.Hear(await memory.ToChatAsync(message, cancellationToken));
        await CloseAsync(_clock, cancellationToken);
    }

    private async Task CloseAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        while (Pipeline!.TryClose(until, out BurstOutcome outcome))
        {
            if (await writer.WriteAsync(outcome, directory, engine, cancellationToken) is { } applied)
            {
                Pipeline.Settle(outcome, applied.Tickets, [.. applied.Rows.Select(row => row.Ticket)]);
            }
        }
    }
}
