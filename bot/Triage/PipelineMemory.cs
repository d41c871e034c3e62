using System.Collections.Concurrent;
using Bot.Answers;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage.Bursts;
using Bot.Triage.Classifier;
using Bot.Triage.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Triage;

/// <summary>Fills a pipeline's memory from the tables and keeps it up with what people change.</summary>
public sealed class PipelineMemory(
    IDbContextFactory<BotDbContext> contexts, IOptions<TriageOptions> options, CommunityClock community, TimeProvider clock)
{
    private static readonly TimeSpan Announced = TimeSpan.FromDays(30);

    // More than a group's memory holds: what somebody said last may lie further back
    private const int RecalledPerGroup = 200;

    private readonly ConcurrentQueue<int> _changed = new();
    private readonly ConcurrentQueue<Message> _forgotten = new();

    public static ChatMessage ToChat(Message message) => new(
        message.MessageId, message.Conversation, message.Time, message.Sender, message.Text, message.Role, message.ReplyTo,
        message.Images, message.Channel, message.Conversation, message.Seq);

    /// <summary>The message with the text it quotes, which may be the bot's own and so not in the pipeline's memory.</summary>
    public async Task<ChatMessage> ToChatAsync(Message message, CancellationToken cancellationToken)
    {
        if (message.ReplyTo is null)
        {
            return ToChat(message);
        }

        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        string? quoted = await db.Set<Message>()
            .Where(other => other.Channel == message.Channel && other.Conversation == message.Conversation && other.MessageId == message.ReplyTo)
            .Select(other => other.Text).FirstOrDefaultAsync(cancellationToken);
        return ToChat(message) with { Quoted = quoted };
    }

    public void TicketChanged(int number) => _changed.Enqueue(number);

    /// <summary>Words were taken back: they drop out with the next <see cref="RefreshAsync"/>.</summary>
    public void Forget(Message message) => _forgotten.Enqueue(message);

    public async Task<TriagePipeline> BuildAsync(TriageModel model, CommunityDirectory directory, CancellationToken cancellationToken)
    {
        _changed.Clear();
        TriagePipeline pipeline = new(model, directory, community, options.Value.Times);
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        await ReadTicketsAsync(pipeline, db, groups: null, cancellationToken);
        await RecallNoticesAsync(pipeline, db, cancellationToken);
        HashSet<(string, string)> answered = await AnsweredAsync(db, cancellationToken);
        foreach (string conversation in await db.Set<Message>().Select(message => message.Conversation).Distinct().ToListAsync(cancellationToken))
        {
            foreach ((Message message, int? ticket) in await RecentAsync(db, conversation, cancellationToken))
            {
                pipeline.Recall(ToChat(message), ticket, answered.Contains((message.Conversation, message.MessageId)));
            }
        }

        return pipeline;
    }

    /// <summary>A pipeline of its own for a chat record: the same tickets, and of its group what was said before.</summary>
    public async Task<TriagePipeline> BuildForRecordAsync(
        TriageModel model, CommunityDirectory directory, BurstTimes times, Message first, CancellationToken cancellationToken)
    {
        TriagePipeline pipeline = new(model, directory, community, times);
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        await ReadTicketsAsync(pipeline, db, directory.GroupsNear(first.Conversation), cancellationToken);
        await RecallNoticesAsync(pipeline, db, cancellationToken);
        foreach ((Message message, int? ticket) in await DecidedAsync(db, first.Conversation, before: first.Time, cancellationToken))
        {
            pipeline.Recall(ToChat(message), ticket);
        }

        return pipeline;
    }

    /// <summary>What was decided of a record's group in the time the record tells of, with the ticket each message belongs to.</summary>
    public async Task<IReadOnlyList<(Message Message, int? Ticket)>> DecidedBetweenAsync(Message first, Message last, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await WithTicketsAsync(
            db,
            Decided(db, first.Conversation).Where(message => message.Time > first.Time && message.Time <= last.Time)
                .OrderByDescending(message => message.Time).ThenByDescending(message => message.Seq),
            cancellationToken);
    }

    private Task ReadTicketsAsync(TriagePipeline pipeline, BotDbContext db, IReadOnlyList<string>? groups, CancellationToken cancellationToken) =>
        pipeline.ReadAsync(StoredTickets.ReadAsync(db, clock.GetUtcNow() - IncidentIndex.Known, groups, cancellationToken), cancellationToken);

    /// <summary>Reads the tickets that changed since the last call, and forgets what was taken back.</summary>
    public async Task RefreshAsync(IReadOnlyList<TriagePipeline> pipelines, CancellationToken cancellationToken)
    {
        while (_forgotten.TryDequeue(out Message? message))
        {
            foreach (TriagePipeline pipeline in pipelines)
            {
                pipeline.Forget(ToChat(message));
            }
        }

        if (_changed.IsEmpty)
        {
            return;
        }

        HashSet<int> numbers = [];
        while (_changed.TryDequeue(out int number))
        {
            numbers.Add(number);
        }

        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (Ticket ticket in await db.Set<Ticket>().AsNoTracking().Include(ticket => ticket.Reports)
            .Include(ticket => ticket.History.Where(line => line.Kind == TicketEventKind.PlaceAsked))
            .Where(ticket => numbers.Contains(ticket.Number)).ToListAsync(cancellationToken))
        {
            foreach (TriagePipeline pipeline in pipelines)
            {
                pipeline.Read(ticket);
            }
        }
    }

    /// <summary>The questions from which somebody may still go on, by conversation and message.</summary>
    private async Task<HashSet<(string, string)>> AnsweredAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        DateTimeOffset since = clock.GetUtcNow() - (2 * FollowUps.Within);
        var asked = await db.Set<AskedQuestion>().Where(each => each.AskedAt >= since).Select(each => new { each.Conversation, each.MessageId }).ToListAsync(cancellationToken);
        return [.. asked.Select(each => (each.Conversation, each.MessageId))];
    }

    private async Task RecallNoticesAsync(TriagePipeline pipeline, BotDbContext db, CancellationToken cancellationToken)
    {
        DateTimeOffset since = clock.GetUtcNow() - Announced;
        foreach (Message notice in await db.Set<Message>().AsNoTracking()
            .Where(message => message.State == MessageState.Decided && message.Role != SenderRole.Resident && message.Time >= since
                && (message.Text.Contains('演') || message.Text.Contains("试鸣")))
            .OrderBy(message => message.Seq).ToListAsync(cancellationToken))
        {
            pipeline.RecallNotice(ToChat(notice));
        }
    }

    private static Task<List<(Message, int?)>> RecentAsync(BotDbContext db, string conversation, CancellationToken cancellationToken) =>
        WithTicketsAsync(
            db,
            Decided(db, conversation).OrderByDescending(message => message.Seq).Take(RecalledPerGroup),
            cancellationToken);

    private static Task<List<(Message, int?)>> DecidedAsync(
        BotDbContext db, string conversation, DateTimeOffset before, CancellationToken cancellationToken) =>
        WithTicketsAsync(
            db,
            Decided(db, conversation).Where(message => message.Time <= before)
                .OrderByDescending(message => message.Time).ThenByDescending(message => message.Seq).Take(RecalledPerGroup),
            cancellationToken);

    private static IQueryable<Message> Decided(BotDbContext db, string conversation) =>
        db.Set<Message>().AsNoTracking().Where(message => message.Conversation == conversation && message.State == MessageState.Decided);

    /// <summary>The messages, given latest first, oldest first with the ticket each belongs to.</summary>
    private static async Task<List<(Message, int?)>> WithTicketsAsync(BotDbContext db, IQueryable<Message> messages, CancellationToken cancellationToken)
    {
        var found = await messages.Select(message => new
        {
            Message = message,
            Ticket = db.Set<MessageDecision>().Where(decision => decision.MessageSeq == message.Seq).Select(decision => decision.Ticket).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        found.Reverse();
        return [.. found.Select(each => (each.Message, each.Ticket))];
    }
}
