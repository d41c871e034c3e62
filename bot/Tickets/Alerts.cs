using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Tickets;

/// <summary>Raises, repeats and ends the calls of emergencies, always inside a unit of work on the writer.</summary>
public sealed class Alerts(
    Outbox outbox, PrivateWays ways, CommunityClock communityClock, IOptions<AlertOptions> options, TicketsChanged changed, ILogger<Alerts> logger)
{
    /// <summary>Calls people to the ticket at once; nothing when a call for it is still open.</summary>
    /// <returns>Names of those who are called.</returns>
    public async Task<IReadOnlyList<string>> RaiseAsync(
        BotDbContext db, Ticket ticket, CommunityDirectory directory, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await OpenOfAsync(db, ticket.Number, cancellationToken) is [Alert open, ..]) { return open.Recipients; }
        int last = await db.Set<Alert>().MaxAsync(alert => (int?)alert.Id, cancellationToken) ?? 0;
        Alert alert = new()
        {
            Id = Math.Max(last, db.Set<Alert>().Local.Select(alert => alert.Id).DefaultIfEmpty().Max()) + 1,
            Ticket = ticket.Number,
            Group = ticket.Group,
            Text = AlertCalls.Text(ticket, communityClock, now),
            RaisedAt = now,
        };
        db.Add(alert);
        Call(db, alert, directory, now);
        return alert.Recipients;
    }

    /// <summary>Repeats every call nobody has answered in time.</summary>
    public async Task<int> RepeatDueAsync(
        BotDbContext db, CommunityDirectory directory, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<Alert> due = await db.OpenAlerts().Where(alert => alert.NextAt <= now).ToListAsync(cancellationToken);
        foreach (Alert alert in due)
        {
            // The place may be known by now, and others may have spoken
            if (await db.FindTicketAsync(alert.Ticket, cancellationToken) is { } ticket) { alert.Text = AlertCalls.Text(ticket, communityClock, now); }
            Call(db, alert, directory, now);
        }
        return due.Count;
    }

    /// <summary>Someone is on it: the ticket's calls end.</summary>
    /// <returns>How many calls were open.</returns>
    public async Task<int> EndAsync(BotDbContext db, int ticket, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        IReadOnlyList<Alert> open = await OpenOfAsync(db, ticket, cancellationToken);
        foreach (Alert alert in open)
        {
            alert.AcknowledgedBy = by;
            alert.AcknowledgedAt = now;
        }
        if (open.Count > 0) { db.AfterCommit(() => changed.Tell(ticket)); }
        return open.Count;
    }

    /// <summary>One line on the private line to the ticket's owner and to whoever has it.</summary>
    /// <param name="but">Names of those who know already.</param>
    public void TellInCharge(
        BotDbContext db, Ticket ticket, string trouble, CommunityDirectory directory, DateTimeOffset now, IReadOnlyCollection<string> but)
    {
        foreach (string person in Assignments.InCharge(directory, ticket).Except(but))
        {
            Write(db, person, $"owner:{ticket.Number}:{ticket.Version}", AlertCalls.ForOwner(ticket, trouble, communityClock, now), ticket.Number);
        }
    }

    private static async Task<IReadOnlyList<Alert>> OpenOfAsync(BotDbContext db, int ticket, CancellationToken cancellationToken)
    {
        await db.Set<Alert>().Where(alert => alert.Ticket == ticket && alert.AcknowledgedAt == null).LoadAsync(cancellationToken);
        return [.. db.Set<Alert>().Local.Where(alert => alert.Ticket == ticket && alert.IsOpen)];
    }

    private void Call(BotDbContext db, Alert alert, CommunityDirectory directory, DateTimeOffset now)
    {
        int round = ++alert.Rounds;
        IReadOnlyList<string> recipients = AlertCalls.Recipients(directory, alert.Group, round, options.Value, now, communityClock);
        List<AlertCall> calls = [.. alert.Calls];
        foreach (string person in recipients)
        {
            IReadOnlyList<string> reached = Write(db, person, $"alert:{alert.Id}:{round}", AlertCalls.InRound(alert.Text, round), alert.Ticket);
            if (!alert.Recipients.Contains(person)) { calls.Add(new AlertCall(person, round, now, reached)); }
        }
        alert.Calls = calls;
        alert.Recipients = [.. alert.Recipients.Union(recipients)];
        alert.LastSentAt = now;
        alert.NextAt = now.AddSeconds(options.Value.RepeatSeconds);
        logger.AlertSent(alert.Id, alert.Ticket, round, recipients.Count);
        db.AfterCommit(() => changed.Tell(alert.Ticket));
    }

    // What cannot wait goes by every way there is; later ways have keys of their own, so that none hides another
    private IReadOnlyList<string> Write(BotDbContext db, string person, string key, string text, int ticket)
    {
        IReadOnlyList<PrivateWay> all = ways.Of(person);
        foreach (PrivateWay way in all)
        {
            outbox.Say(db, new OutboxMessage
            {
                Key = $"{key}:{way.Channel}:{person}",
                Channel = way.Channel,
                Conversation = way.Conversation,
                Text = text,
                Ticket = ticket,
            });
        }
        return [.. all.Select(way => way.Channel)];
    }
}
