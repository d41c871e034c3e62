using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging;

/// <summary>让机器人闭嘴: in which groups the bot is silent now. Kept in the database, so that a restart forgets nothing.</summary>
public sealed class Silences(WriteQueue writes, IDbContextFactory<BotDbContext> contexts, TimeProvider clock) : IHostedService
{
    private volatile IReadOnlyDictionary<string, Silence> _known = new Dictionary<string, Silence>();

    /// <summary>Those that are on, the one for every group first.</summary>
    public IReadOnlyList<Silence> Now
    {
        get
        {
            DateTimeOffset now = clock.GetUtcNow();
            return [.. _known.Values.Where(silence => silence.IsOn(now)).OrderBy(silence => silence.Conversation, StringComparer.Ordinal)];
        }
    }

    /// <summary>Whether nothing is said in a group. People's private lines are never silenced: alerts go there.</summary>
    public bool Covers(string conversation) => !PrivateLine.Is(conversation) && (IsOn(Silence.Everywhere) || IsOn(conversation));

    /// <summary>Whether the row is not to be said now.</summary>
    public bool Holds(OutboxMessage row) => !row.Always && Covers(row.Conversation);

    /// <param name="conversation">A group, or <see cref="Silence.Everywhere"/>.</param>
    /// <param name="until">Null: until a person lets it speak again.</param>
    public Task StartAsync(string conversation, DateTimeOffset? until, string by, CancellationToken cancellationToken) => ChangeAsync(
        conversation, new Silence { Conversation = conversation, Since = clock.GetUtcNow(), Until = until, By = by }, cancellationToken);

    /// <summary>恢复. What was not said meanwhile stays unsaid.</summary>
    /// <returns>False when it was not silent.</returns>
    public Task<bool> EndAsync(string conversation, CancellationToken cancellationToken) => ChangeAsync(conversation, null, cancellationToken);

    /// <summary>Everything stored was removed.</summary>
    public void Forget() => _known = new Dictionary<string, Silence>();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        _known = await ReadAsync(db, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task<bool> ChangeAsync(string conversation, Silence? next, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, token) =>
        {
            DateTimeOffset now = clock.GetUtcNow();
            bool was = (await ReadAsync(db, token)).TryGetValue(conversation, out Silence? known) && known.IsOn(now);
            await db.Set<Silence>().Where(silence => silence.Conversation == conversation || silence.Until <= now).ExecuteDeleteAsync(token);
            if (next is not null) { db.Add(next); }
            if (was || next is not null) { db.Note(conversation == Silence.Everywhere ? "所有群" : conversation); }
            await db.SaveChangesAsync(token);
            Dictionary<string, Silence> all = await ReadAsync(db, token);
            db.AfterCommit(() => _known = all);
            return was;
        },
        cancellationToken);

    private static Task<Dictionary<string, Silence>> ReadAsync(BotDbContext db, CancellationToken cancellationToken) =>
        db.Set<Silence>().AsNoTracking().ToDictionaryAsync(silence => silence.Conversation, cancellationToken);

    private bool IsOn(string conversation) => _known.TryGetValue(conversation, out Silence? silence) && silence.IsOn(clock.GetUtcNow());
}
