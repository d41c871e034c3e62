using Bot.Console.Parts;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Heard;

/// <summary>The latest messages of residents and staff with what was decided of them.</summary>
public sealed class HeardQuery(IDbContextFactory<BotDbContext> contexts, CommunityStore community)
{
    private const int PerPage = 30;

    public async Task<HeardModel> LoadAsync(Scope scope, string? group, long? before, bool onlyAside, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<Message> messages = db.Messages(scope).Where(message => message.State != MessageState.Ignored);
        if (!string.IsNullOrWhiteSpace(group)) { messages = messages.Where(message => message.Conversation == group); }
        if (onlyAside) { messages = messages.Where(message => message.State == MessageState.SetAside); }
        if (before is not null) { messages = messages.Where(message => message.Seq < before); }
        List<Message> found = await messages.OrderByDescending(message => message.Seq).Take(PerPage + 1).ToListAsync(cancellationToken);
        List<Message> shown = [.. found.Take(PerPage)];
        long[] numbers = [.. shown.Select(message => message.Seq)];
        Dictionary<long, MessageDecision> decisions = await db.Set<MessageDecision>().AsNoTracking()
            .Where(decision => numbers.Contains(decision.MessageSeq))
            .ToDictionaryAsync(decision => decision.MessageSeq, cancellationToken);
        IReadOnlyDictionary<(string, string), string> quotes = await db.QuotesAsync(scope, shown, cancellationToken);
        return new HeardModel(
            [.. shown.Select(message => new HeardRow(message.Seq, SaidMessage.Of(message, quotes), decisions.GetValueOrDefault(message.Seq), message.State == MessageState.SetAside))],
            [.. community.Current.Groups.Keys.Of(scope)],
            group,
            before,
            found.Count > PerPage ? shown[^1].Seq : null,
            onlyAside);
    }
}
