using Bot.Answers;
using Bot.Channels.ChatRecord;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.SecondOpinion;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Parts;

/// <summary>What of each table a person may see. Whatever a page shows or changes begins with one of these.</summary>
internal static class Scoped
{
    public static IQueryable<Ticket> Tickets(this BotDbContext db, Scope scope) => db.Set<Ticket>().AsNoTracking().Within(scope);

    /// <summary>Of their groups; those of a private matter only with the matter.</summary>
    public static IQueryable<Message> Messages(this BotDbContext db, Scope scope)
    {
        IQueryable<Message> messages = db.Set<Message>().AsNoTracking();
        if (scope.Groups is { } groups) { messages = messages.Where(message => groups.Contains(message.Conversation)); }
        if (scope.SeesPrivate) { return messages; }
        IQueryable<Ticket> seen = db.Tickets(scope);
        return messages.Where(message => !db.Set<MessageDecision>().Any(decision => decision.MessageSeq == message.Seq && decision.Ticket != null
            && db.Set<Ticket>().Any(ticket => ticket.Number == decision.Ticket && ticket.IsPrivate) && !seen.Any(ticket => ticket.Number == decision.Ticket)));
    }

    public static IQueryable<MessageDecision> Decisions(this BotDbContext db, Scope scope) => scope is { Groups: null, SeesPrivate: true }
        ? db.Set<MessageDecision>().AsNoTracking()
        : db.Set<MessageDecision>().AsNoTracking().Where(decision => db.Messages(scope).Any(message => message.Seq == decision.MessageSeq));

    /// <summary>Asked in their groups, or theirs to answer.</summary>
    public static IQueryable<HandOff> Questions(this BotDbContext db, Scope scope) => scope.Groups is { } groups
        ? db.Set<HandOff>().AsNoTracking().Where(item => groups.Contains(item.Group) || item.Owner == scope.Person)
        : db.Set<HandOff>().AsNoTracking();

    /// <summary>Said to their groups or to themselves; what speaks of a ticket only with the ticket.</summary>
    public static IQueryable<OutboxMessage> Told(this BotDbContext db, Scope scope)
    {
        IQueryable<OutboxMessage> rows = db.Set<OutboxMessage>().AsNoTracking();
        if (scope is { Groups: null, SeesPrivate: true }) { return rows; }
        IReadOnlyList<string> groups = scope.Groups ?? [];
        string line = PrivateLine.To(scope.Person);
        // what staff are told by name is not for whoever may not read names
        if (scope.Masked) { rows = rows.Where(row => !row.Conversation.StartsWith(PrivateLine.Prefix) || row.Conversation == line); }
        IQueryable<Ticket> seen = db.Tickets(scope);
        return rows.Where(row => row.Conversation == line
            || (row.Ticket == null ? groups.Contains(row.Conversation) : seen.Any(ticket => ticket.Number == row.Ticket)));
    }

    /// <summary>Of their groups, or pasted by themselves.</summary>
    public static IQueryable<PastedRecord> Records(this BotDbContext db, Scope scope) => scope.Groups is { } groups
        ? db.Set<PastedRecord>().AsNoTracking().Where(record => groups.Contains(record.Group) || record.By == scope.Person)
        : db.Set<PastedRecord>().AsNoTracking();

    public static IQueryable<AskedOpinion> Opinions(this BotDbContext db, Scope scope) => scope is { Groups: null, SeesPrivate: true }
        ? db.Set<AskedOpinion>().AsNoTracking()
        : db.Set<AskedOpinion>().AsNoTracking().Where(opinion => db.Messages(scope).Any(message => message.Seq == opinion.MessageSeq));

    /// <summary>The emergencies nobody has acknowledged, newest first.</summary>
    public static IQueryable<Alert> OpenAlerts(this BotDbContext db, Scope scope)
    {
        IQueryable<Ticket> seen = db.Tickets(scope);
        return db.OpenAlerts().Where(alert => seen.Any(ticket => ticket.Number == alert.Ticket)).OrderByDescending(alert => alert.Id);
    }

    /// <summary>Of the groups a page offers, those that are theirs.</summary>
    public static IEnumerable<string> Of(this IEnumerable<string> groups, Scope scope) => groups.Where(scope.Covers);
}
