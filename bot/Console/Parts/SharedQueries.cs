using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Parts;

/// <summary>Questions that more than one page asks the store.</summary>
internal static class SharedQueries
{
    // hints for people: the newest are enough, and a town may have thousands open
    private const int MostLookAlikes = 1000;

    /// <summary>The open tickets a matter could belong to, without their messages.</summary>
    public static async Task<LookAlike[]> OpenLookAlikesAsync(this BotDbContext db, Scope scope, CancellationToken cancellationToken) =>
        await db.Tickets(scope)
            .Where(ticket => Ticket.OpenStates.Contains(ticket.State)).OrderByDescending(ticket => ticket.Number).Take(MostLookAlikes)
            .Select(ticket => new LookAlike(ticket.Number, ticket.Matter, ticket.Location, ticket.Topic, ticket.Group))
            .ToArrayAsync(cancellationToken);

    /// <summary>How much waits in 待审: captured tickets and messages the engine was not sure of.</summary>
    public static async Task<int> WaitingForReviewAsync(this BotDbContext db, Scope scope, CancellationToken cancellationToken) =>
        await db.Tickets(scope).CountAsync(ticket => ticket.State == TicketState.Captured, cancellationToken)
        + await db.UnsureMessages(scope).CountAsync(cancellationToken);

    /// <summary>The messages of a person's groups that the engine was not sure of. They are few: what they are is looked up before whose.</summary>
    public static IQueryable<Message> UnsureMessages(this BotDbContext db, Scope scope) => db.Messages(scope).Where(message =>
        db.Set<MessageDecision>().Where(decision => decision.NeedsReview).Select(decision => decision.MessageSeq).Contains(message.Seq));

    /// <summary>How many messages of a person's groups could not be read.</summary>
    public static Task<int> SetAsideAsync(this BotDbContext db, Scope scope, CancellationToken cancellationToken) => db.Messages(scope).CountAsync(message =>
        db.Set<Message>().Where(aside => aside.State == MessageState.SetAside).Select(aside => aside.Seq).Contains(message.Seq), cancellationToken);

    /// <summary>The texts that messages quote, as far as the person may read them, by conversation and message id.</summary>
    public static async Task<IReadOnlyDictionary<(string Conversation, string MessageId), string>> QuotesAsync(
        this BotDbContext db, Scope scope, IEnumerable<Message> messages, CancellationToken cancellationToken)
    {
        string[] quoted = [.. messages.Select(message => message.ReplyTo).OfType<string>().Distinct()];
        if (quoted.Length == 0) { return new Dictionary<(string, string), string>(); }
        var found = await db.Messages(scope).Where(message => quoted.Contains(message.MessageId))
            .Select(message => new { message.Conversation, message.MessageId, message.Text }).ToListAsync(cancellationToken);
        return found.DistinctBy(message => (message.Conversation, message.MessageId))
            .ToDictionary(message => (message.Conversation, message.MessageId), message => message.Text);
    }
}
