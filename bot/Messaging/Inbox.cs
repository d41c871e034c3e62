using System.Text.Json;
using Bot.Messaging.Privacy;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging;

/// <summary>Where every message enters: stored durably and once, then triaged in the order of arrival.</summary>
public sealed class Inbox
{
    private const int Rush = 8;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    private readonly WriteQueue _writes;
    private readonly IDbContextFactory<BotDbContext> _contexts;
    private readonly IntakeStatement _intake;
    private readonly RecordingDesk _recording;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    internal Inbox(
        WriteQueue writes, IDbContextFactory<BotDbContext> contexts, IntakeStatement intake, RecordingDesk recording, TimeProvider clock, ILogger<Inbox> logger) =>
        (_writes, _contexts, _intake, _recording, _clock, _logger) = (writes, contexts, intake, recording, clock, logger);

    /// <summary>Set whenever a message to be triaged was stored.</summary>
    public Signal Arrived { get; } = new();

    /// <summary>Set whenever a message with pictures that are to be fetched was stored.</summary>
    internal Signal PicturesArrived { get; } = new();

    /// <summary>Set whenever a channel hears of a group for the first time.</summary>
    internal Signal GroupsHeard { get; } = new();

    /// <summary>What was heard has changed behind the place triage has come to: set apart and to be tried again, or taken back by staff.</summary>
    public event Action? Changed;

    /// <summary>A message was taken back: its words are remembered no more.</summary>
    internal event Action<Message>? Forgotten;

    /// <summary>Stores the message; when this returns, no crash can lose it and the channel may acknowledge.</summary>
    public async Task<AcceptResult> AcceptAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(message.Conversation);
        ArgumentException.ThrowIfNullOrEmpty(message.MessageId);
        return await AcceptAsync(_ => message, cancellationToken) ?? throw new InvalidOperationException("The message was not stored.");
    }

    /// <summary>The same for a message that is made in the commit that stores it; null when <paramref name="prepare"/> makes none.</summary>
    internal async Task<AcceptResult?> AcceptAsync(Func<WriteConnection, InboundMessage?> prepare, CancellationToken cancellationToken)
    {
        long started = _clock.GetTimestamp();
        Taken? taken = await _writes.RunStatementsAsync(connection => prepare(connection) is { } message ? Take(connection, message) : null, cancellationToken);
        if (taken is null) { return null; }
        if (taken.Heeded.Wish != Wish.None) { _recording.Answered(taken.Heeded, taken.Message); }
        if (taken.Result.Outcome != AcceptOutcome.Unrecorded)
        {
            Tell(taken.Message, StateOf(taken.Message), taken.Result, _clock.GetElapsedTime(started).TotalMilliseconds);
        }
        return taken.Result;
    }

    /// <summary>Waits until hardly anything waits to be stored, but no longer than that.</summary>
    internal async Task LullAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        for (TimeSpan waited = TimeSpan.Zero; waited < longest && _writes.Waiting >= Rush; waited += Breath)
        {
            // the machine's own time: it is the disk that is waited for, whatever the clock says
            await Task.Delay(Breath, cancellationToken);
        }
    }

    /// <summary>Whether words quoted there may be those of somebody who is not recorded.</summary>
    internal bool MayQuoteUnrecorded(WriteConnection connection, string channel, string conversation) => _recording.IsAmong(connection, channel, conversation);

    private Taken Take(WriteConnection connection, InboundMessage message)
    {
        Heeded heeded = _recording.Heed(connection, message);
        return new Taken(
            message, heeded.IsStored ? _intake.Insert(connection, message, StateOf(message)) : new AcceptResult(AcceptOutcome.Unrecorded, 0), heeded);
    }

    private static MessageState StateOf(InboundMessage message) => message.Role == SenderRole.Bot ? MessageState.Ignored : MessageState.Received;

    /// <summary>Has triage read everything undecided anew.</summary>
    internal void Reread() => Changed?.Invoke();

    internal void Forget(Message message) => Forgotten?.Invoke(message);

    /// <summary>再试一次: puts a message that was set apart back where it waits for triage.</summary>
    /// <returns>Whether it was set apart.</returns>
    public async Task<bool> RestoreAsync(long seq, CancellationToken cancellationToken)
    {
        int restored = await _writes.RunAsync(
            (db, token) => db.Set<Message>().Where(message => message.Seq == seq && message.State == MessageState.SetAside && message.RecalledAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(message => message.State, MessageState.Received), token),
            cancellationToken);
        if (restored > 0) { Changed?.Invoke(); }
        return restored > 0;
    }

    /// <summary>
    /// Stores the messages of a chat record in its unit of work on the <see cref="WriteQueue"/>, in one statement; they are triaged after the commit.
    /// </summary>
    public async Task StoreRecordAsync(BotDbContext db, IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        string all = JsonSerializer.Serialize(messages.Select(message => new
        {
            message.Channel,
            message.Conversation,
            message.MessageId,
            message.Sender,
            Role = (int)message.Role,
            message.Text,
            message.ReplyTo,
            Time = message.Time.ToUnixTimeMilliseconds(),
            State = (int)message.State,
            message.Record,
        }));
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO messages (Channel, Conversation, MessageId, Sender, Role, Text, ReplyTo, Images, Time, State, Attempts, Conflicts, Record)
            SELECT value ->> 'Channel', value ->> 'Conversation', value ->> 'MessageId', value ->> 'Sender', value ->> 'Role', value ->> 'Text',
                value ->> 'ReplyTo', '[]', value ->> 'Time', value ->> 'State', 0, 0, value ->> 'Record'
            FROM json_each({all}) WHERE true ORDER BY key
            ON CONFLICT (Channel, Conversation, MessageId) DO NOTHING
            """,
            cancellationToken);
        db.AfterCommit(() =>
        {
            Steps.Reached(Steps.Stored);
            Arrived.Set();
        });
    }

    /// <summary>Messages that a channel heard and that wait for triage, after <paramref name="seq"/>, in the order of arrival.</summary>
    public async Task<IReadOnlyList<Message>> UndecidedAfterAsync(
        long seq, int limit, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Message>()
            .Where(message => message.State == MessageState.Received && message.Record == null && message.Seq > seq)
            .OrderBy(message => message.Seq).Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>Those of these numbers that wait for a decision still and were not taken back, in their order.</summary>
    public async Task<IReadOnlyList<Message>> UndecidedAmongAsync(IReadOnlyList<long> seqs, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Message>().Where(message => seqs.Contains(message.Seq) && message.State == MessageState.Received && message.RecalledAt == null)
            .OrderBy(message => message.Seq).ToListAsync(cancellationToken);
    }

    /// <summary>The chat record whose messages wait longest for triage; null when none does.</summary>
    public async Task<int?> UndecidedRecordAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Message>().Where(message => message.State == MessageState.Received && message.Record != null)
            .OrderBy(message => message.Seq).Select(message => message.Record).FirstOrDefaultAsync(cancellationToken);
    }

    private void Tell(InboundMessage message, MessageState state, AcceptResult result, double milliseconds)
    {
        string conversation = PrivateLine.Masked(message.Conversation, message.Conversation);
        string id = PrivateLine.Masked(message.Conversation, message.MessageId);
        if (result.Outcome == AcceptOutcome.Conflict)
        {
            _logger.Conflict(result.Seq, message.Channel, conversation, id);
            return;
        }
        _logger.Stored(result.Seq, message.Channel, conversation, id, result.Outcome, state, milliseconds);
        if (result.Outcome == AcceptOutcome.Accepted)
        {
            Steps.Reached(Steps.Stored);
            if (state == MessageState.Received)
            {
                Arrived.Set();
            }
            if (message.Pictures is { Count: > 0 }) { PicturesArrived.Set(); }
        }
    }

    private sealed record Taken(InboundMessage Message, AcceptResult Result, Heeded Heeded);
}
