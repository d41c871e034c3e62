using Bot.Answers;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage.SecondOpinion;
using Bot.Triage.Wording;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage;

/// <summary>Writes an outcome in one unit of work: decisions, tickets, replies, and the messages marked decided.</summary>
public sealed class OutcomeWriter(
    WriteQueue writes, Outbox outbox, TicketDeadlines deadlines, Alerts alerts, TicketsChanged ticketsChanged,
    AnswerHours hours, HandOffsChanged handOffsChanged, IKnowledge knowledge, DoubtBook doubts, AnswerWording wording,
    IDbContextFactory<BotDbContext> contexts, TimeProvider clock, ILogger<OutcomeWriter> logger)
{
    private const int Tries = 5;

    /// <summary>Null when the burst failed repeatedly and was set apart for a person, or some of it was taken back and the rest is to be read anew.</summary>
    public async Task<Applied?> WriteAsync(
        BurstOutcome outcome, CommunityDirectory directory, Engine engine, CancellationToken cancellationToken)
    {
        Steps.Reached(Steps.Triaged);
        for (int attempt = 1; ; attempt++)
        {
            long started = clock.GetTimestamp();
            try
            {
                Considered? considered = await ConsiderAsync(outcome, directory, cancellationToken);
                Applied? applied = await writes.RunAsync((db, token) => ApplyAsync(db, outcome, considered, directory, engine, token), cancellationToken);
                if (applied is null) { return null; }
                Tell(applied, clock.GetElapsedTime(started).TotalMilliseconds);
                return applied;
            }
            catch (Exception exception) when (exception is not OperationCanceledException && !IsOutage(exception) && attempt >= Tries)
            {
                await SetAsideAsync([.. outcome.Verdicts.Select(verdict => verdict.Finding.Message.Seq)], exception, cancellationToken);
                return null;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.Retrying(outcome.Verdicts[0].Finding.Message.Seq, attempt, exception);
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(5000, 50 << Math.Min(attempt, 8))), clock, cancellationToken);
            }
        }
    }

    private async Task<Considered?> ConsiderAsync(BurstOutcome outcome, CommunityDirectory directory, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        DbQuestionBook before = new(db, directory, hours, handOffsChanged);
        Considered? considered = await AskedInBurst.ConsiderAsync(new QuestionDesk(knowledge, directory, deadlines.Clock), before, outcome, cancellationToken);
        // beside a danger nothing waits
        bool inDanger = outcome.Verdicts.Any(verdict => verdict.Kind == Kind.Emergency);
        return inDanger ? considered : await wording.WordAsync(considered, outcome.Verdicts[0].Finding.Message.Sender, cancellationToken);
    }

    private async Task<Applied?> ApplyAsync(
        BotDbContext db, BurstOutcome outcome, Considered? considered, CommunityDirectory directory, Engine engine, CancellationToken cancellationToken)
    {
        long[] heard = [.. outcome.Verdicts.Select(verdict => verdict.Finding.Message.Seq)];
        if (await db.Set<Message>().AnyAsync(message => heard.Contains(message.Seq) && message.RecalledAt != null, cancellationToken)) { return null; }
        DbCaseBook tickets = new(db, directory, deadlines, alerts, ticketsChanged);
        DbQuestionBook questions = new(db, directory, hours, handOffsChanged);
        TriageDesk desk = new(directory, deadlines, tickets, questions, knowledge);
        BurstOutcome written = outcome.WrittenAt(clock.GetUtcNow());
        Applied applied = await desk.ApplyAsync(written, considered, cancellationToken);
        long[] seqs = [.. applied.Rows.Select(row => row.Verdict.Finding.Message.Seq)];
        await db.Set<Message>().Where(message => seqs.Contains(message.Seq))
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.State, MessageState.Decided), cancellationToken);
        foreach (AppliedVerdict row in applied.Rows)
        {
            db.Add(Decisions.Of(row, engine.Version, clock.GetUtcNow()));
            Say(db, row, applied.Tickets.FirstOrDefault(ticket => ticket.Number == row.Ticket), written.SpokenAt);
        }

        await doubts.NoteAsync(db, outcome, cancellationToken);
        return applied;
    }

    private void Say(BotDbContext db, AppliedVerdict row, Ticket? ticket, DateTimeOffset at)
    {
        ChatMessage message = row.Verdict.Finding.Message;
        if (row.Reply is { } text)
        {
            outbox.Say(db, new OutboxMessage
            {
                Key = $"reply:{message.Seq}",
                Channel = message.Channel,
                Conversation = message.Conversation ?? message.Group,
                Text = text,
                ReplyTo = message.Id,
                Ticket = row.Ticket,
                Promises = ticket is null ? null : TicketReplies.PromiseIn(text, ticket, deadlines.Clock, at),
                Always = row.InDanger || row.Verdict.Kind == Kind.Emergency,
            });
        }
    }

    /// <summary>Sets messages apart for a person, so that the others go on.</summary>
    public Task<int> SetAsideAsync(long[] seqs, Exception cause, CancellationToken cancellationToken)
    {
        logger.SetAside(seqs[0], seqs.Length, cause);
        return writes.RunAsync(
            (db, token) => db.Set<Message>().Where(message => seqs.Contains(message.Seq) && message.State == MessageState.Received)
                .ExecuteUpdateAsync(set => set.SetProperty(message => message.State, MessageState.SetAside), token),
            cancellationToken);
    }

    private void Tell(Applied applied, double milliseconds)
    {
        foreach (AppliedVerdict row in applied.Rows)
        {
            logger.Decided(row.Verdict.Finding.Message.Seq, row.Verdict.Kind, row.Verdict.Act, row.Ticket, row.Reply is not null, milliseconds);
        }
    }

    // A full disk or a locked file passes; a message that breaks its own unit of work does not
    private static bool IsOutage(Exception exception) =>
        (exception as SqliteException ?? exception.InnerException as SqliteException)?.SqliteErrorCode is 5 or 6 or 10 or 11 or 13 or 14;
}
