using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Grids.SignIn;

/// <summary>Who is signed in where, and for how long.</summary>
public sealed class SignInSessions(
    WriteQueue writes, IDbContextFactory<BotDbContext> contexts, IOptions<SignInOptions> options, TimeProvider clock)
{
    // not a write for every request
    private static readonly TimeSpan Noticed = TimeSpan.FromMinutes(5);

    public Task<SignInSession> StartAsync(string person, SignInWay way, long? link, CancellationToken cancellationToken) => writes.RunAsync(
        (db, _) =>
        {
            DateTimeOffset now = clock.GetUtcNow();
            SignInSession session = new() { Person = person, Way = way, Link = link, StartedAt = now, SeenAt = now };
            db.Add(session);
            return Task.FromResult(session);
        },
        cancellationToken);

    /// <param name="isUse">Whether looking counts as using it: an open page that listens does not.</param>
    public async Task<bool> IsLiveAsync(long id, string person, bool isUse, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        SignInSession? session = await db.Set<SignInSession>().AsNoTracking().FirstOrDefaultAsync(session => session.Id == id, cancellationToken);
        if (session is null || session.Person != person || !IsLive(session, now)) { return false; }
        if (isUse && now - session.SeenAt > Noticed)
        {
            await writes.RunAsync(
                (unit, token) => unit.Set<SignInSession>().Where(known => known.Id == id).ExecuteUpdateAsync(set => set.SetProperty(known => known.SeenAt, now), token),
                cancellationToken);
        }
        return true;
    }

    /// <summary>In how many browsers a person is signed in.</summary>
    public async Task<int> CountAsync(string person, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<SignInSession> open = await db.Set<SignInSession>().AsNoTracking()
            .Where(session => session.Person == person && session.EndedAt == null).ToListAsync(cancellationToken);
        return open.Count(session => IsLive(session, clock.GetUtcNow()));
    }

    /// <summary>Ends one session, with every copy of its cookie.</summary>
    public Task EndAsync(long id, CancellationToken cancellationToken) =>
        writes.RunAsync((db, token) => EndAsync(db.Set<SignInSession>().Where(session => session.Id == id), clock.GetUtcNow(), token), cancellationToken);

    /// <summary>Ends what a person has elsewhere, or everywhere.</summary>
    public Task<int> EndAllAsync(string person, long? except, CancellationToken cancellationToken) => writes.RunAsync(
        (db, token) => EndAsync(db.Set<SignInSession>().Where(session => session.Person == person && session.Id != except), clock.GetUtcNow(), token),
        cancellationToken);

    internal static Task<int> EndAsync(IQueryable<SignInSession> sessions, DateTimeOffset now, CancellationToken cancellationToken) =>
        sessions.Where(session => session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, (DateTimeOffset?)now), cancellationToken);

    private bool IsLive(SignInSession session, DateTimeOffset now) =>
        session.EndedAt is null && now - session.SeenAt < options.Value.Idle && now - session.StartedAt < options.Value.Longest;
}
