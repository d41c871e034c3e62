using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tickets.Moves;

/// <summary>One person's decision on one ticket, inside its unit of work.</summary>
internal sealed class TicketWork(
    BotDbContext db, Ticket ticket, CommunityDirectory directory, TicketDeadlines deadlines, DateTimeOffset now, Outbox outbox, GroupBudget budget,
    PrivateWays ways, Alerts alerts)
{
    // 办好 can be undone for as long as the toast stands
    private static readonly TimeSpan Regret = TimeSpan.FromSeconds(12);

    public Ticket Ticket => ticket;

    public TicketDeadlines Deadlines => deadlines;

    public DateTimeOffset Now => now;

    public CommunityDirectory Directory => directory;

    public Task<Ticket?> FindAsync(int number, CancellationToken cancellationToken) => db.FindTicketAsync(number, cancellationToken);

    /// <summary>The ticket, or the one it ended up in through later merges.</summary>
    public async Task<Ticket?> SurvivorAsync(int number, CancellationToken cancellationToken)
    {
        Ticket? found = await FindAsync(number, cancellationToken);
        while (found?.MergedInto is { } into) { found = await FindAsync(into, cancellationToken); }
        return found;
    }

    /// <summary>The number and those of all tickets that were merged into it, directly or through another.</summary>
    public async Task<IReadOnlySet<int>> MergedIntoAsync(int number, CancellationToken cancellationToken)
    {
        HashSet<int> all = [number];
        Queue<int> open = new([number]);
        while (open.TryDequeue(out int next))
        {
            foreach (int earlier in await db.Set<Ticket>().Where(one => one.MergedInto == next).Select(one => one.Number).ToListAsync(cancellationToken))
            {
                if (all.Add(earlier)) { open.Enqueue(earlier); }
            }
        }
        return all;
    }

    /// <summary>A merge that was a slip teaches nothing.</summary>
    public Task UnlearnMergeAsync(CancellationToken cancellationToken) =>
        db.Set<Correction>().Where(kept => kept.Ticket == ticket.Number && kept.SameAs != null).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Nor does 不是诉求, once it was one after all.</summary>
    public async Task UnlearnRejectionAsync(CancellationToken cancellationToken)
    {
        List<Correction> kept = await db.Set<Correction>().Where(kept => kept.Ticket == ticket.Number).ToListAsync(cancellationToken);
        db.RemoveRange(kept.Where(one => !one.After.IsMatter));
    }

    public Task<int> NextNumberAsync(CancellationToken cancellationToken) => db.NextTicketNumberAsync(cancellationToken);

    public void Add(Ticket opened) => db.Add(opened);

    public Task AlertAsync(Ticket emergency, CancellationToken cancellationToken) =>
        alerts.RaiseAsync(db, emergency, directory, now, cancellationToken);

    public Task EndAlertsAsync(string by, CancellationToken cancellationToken) => EndAlertsAsync(ticket, by, cancellationToken);

    public Task EndAlertsAsync(Ticket of, string by, CancellationToken cancellationToken) => alerts.EndAsync(db, of.Number, by, now, cancellationToken);

    /// <summary>When the group hears what it did not ask for; null when that is at once.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    /// <summary>Why nobody hears what was to be said, and what to do; null when somebody does, or nothing was.</summary>
    public string? Unheard { get; private set; }

    /// <summary>Whether anything said of that version is on its way or was heard.</summary>
    public Task<bool> IsHeardAsync(int version, CancellationToken cancellationToken)
    {
        string key = $"ticket:{ticket.Number}:{version}:";
        return db.Set<OutboxMessage>().AnyAsync(
            row => row.Ticket == ticket.Number && row.Key.StartsWith(key) && !(row.State == OutboxState.Queued && row.Attempts == 0 && row.NextAttemptAt > now)
                && row.State != OutboxState.Muted && row.State != OutboxState.Withdrawn && row.State != OutboxState.Dropped,
            cancellationToken);
    }

    /// <summary>Says what is to be heard wherever the matter was reported, quoting its first report there.</summary>
    public Task TellAsync(Heard heard, CancellationToken cancellationToken)
    {
        TicketReplies replies = new(directory, deadlines.Clock);
        return TellAsync(
            (report, at) => replies.For(heard, ticket, report.Sender, at), heard is Heard.Emergency or Heard.BecameEmergency,
            heard == Heard.Resolved ? now + Regret : now,
            // who is called in danger is told at once, whatever the hour
            unasked: (heard == Heard.HandedOn && ticket.Urgency != Urgency.Emergency) || heard is Heard.HandedAgain or Heard.Resolved or Heard.HalfDone or Heard.PromiseChanged or Heard.ClosedUnfixed, cancellationToken);
    }

    /// <summary>Says a worker's own words wherever the matter was reported.</summary>
    public Task TellAsync(string words, CancellationToken cancellationToken) => TellAsync(
        (_, _) => $"【{ticket.Number}号】{SafeWords.Clean(words, TicketReplies.ReasonLength)}", always: false, now, unasked: true, cancellationToken);

    private async Task TellAsync(
        Func<TicketReport, DateTimeOffset, string?> say, bool always, DateTimeOffset earliest, bool unasked, CancellationToken cancellationToken)
    {
        bool meant = false, heard = false, muted = false;
        foreach (TicketReport report in ticket.FirstReports)
        {
            if (say(report, now) is null) { continue; }
            meant = true;
            if (report.SpokenThrough is not { } channel) { continue; }
            DateTimeOffset slot = unasked ? await budget.SlotAsync(db, channel, report.Conversation, cancellationToken) : now;
            DateTimeOffset at = slot < earliest ? earliest : slot;
            // "今天" is meant on the day it is heard
            string text = say(report, at)!;
            OutboxMessage row = new()
            {
                Key = $"ticket:{ticket.Number}:{ticket.Version}:{channel}:{report.Conversation}",
                Channel = channel,
                Conversation = report.Conversation,
                Text = text,
                Promises = TicketReplies.PromiseIn(text, ticket, deadlines.Clock, at),
                ReplyTo = ByHand.Is(report.Channel) ? null : report.MessageId,
                Ticket = ticket.Number,
                Unasked = unasked,
                Always = always,
                NextAttemptAt = at,
            };
            bool says = outbox.Say(db, row);
            muted |= row.State == OutboxState.Muted;
            heard |= row.State != OutboxState.Muted;
            if (says && slot > now) { HeldUntil = slot > HeldUntil ? HeldUntil : slot; }
        }
        if (!meant || heard) { return; }
        Unheard = muted ? "机器人静音，群里没听到，请直接告诉反映人"
            : ticket.FirstReports.All(IsOutside) ? "是别的系统报来的，那边自己看得到进展"
            : "反映人不在群里，请回电";
    }

    private static bool IsOutside(TicketReport report) => report is { Channel: ByHand.Outside, Phone: null };

    /// <summary>One line on a person's private line; nothing for someone outside the directory.</summary>
    public void TellPerson(string? person, string text)
    {
        if (person is null || directory.PersonNamed(person) is null || ways.Of(person) is not [PrivateWay way, ..]) { return; }
        outbox.Say(db, new OutboxMessage
        {
            Key = $"person:{ticket.Number}:{ticket.Version}:{person}",
            Channel = way.Channel,
            Conversation = way.Conversation,
            Text = text,
            Ticket = ticket.Number,
        });
    }

    /// <summary>One line to whoever answers for the ticket, but not to the one who decides.</summary>
    public void TellInCharge(string text, string by)
    {
        foreach (string person in Assignments.InCharge(directory, ticket).Where(person => person != by)) { TellPerson(person, text); }
    }

    /// <summary>Keeps the correction as a labelled example.</summary>
    /// <param name="reports">The messages it speaks of; null for those of the ticket.</param>
    public void Learn(
        MatterLabels before, MatterLabels after, string by, IReadOnlyList<TicketReport>? reports = null, int? sameAs = null)
    {
        TicketReport[] said = [.. (reports ?? ticket.Reports).Where(report => report.IsReport)];
        db.Add(new Correction
        {
            Ticket = ticket.Number,
            Group = ticket.Group,
            Sender = said.Length > 0 ? said[0].Sender : "",
            Text = string.Join('\n', said.Select(report => report.Text)),
            Before = before,
            After = after,
            SameAs = sameAs,
            By = by,
            At = now,
        });
    }
}
