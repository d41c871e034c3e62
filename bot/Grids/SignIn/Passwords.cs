using Bot.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Grids.SignIn;

/// <summary>Sets and checks passwords. Whether a name is known, has one, or must wait is not told by the answer or by its time.</summary>
public sealed class Passwords(
    WriteQueue writes, IDbContextFactory<BotDbContext> contexts, CommunityStore community, SignInGuard guard, IOptions<SignInOptions> options, TimeProvider clock)
{
    private static readonly PasswordHasher<PersonPassword> Hasher = new();
    private static readonly PersonPassword Nobody = new() { Person = "", Hash = Hasher.HashPassword(null!, "nobody has this one") };

    /// <summary>Whether the person may sign in with it now.</summary>
    /// <param name="address">Where the try comes from.</param>
    public async Task<bool> CheckAsync(string person, string password, string address, CancellationToken cancellationToken)
    {
        bool isKnown = Access.RoleOf(community.Current, person) is not null;
        // invented names share one count: they must not push those of people out of it
        (string who, string where) = ($"person {(isKnown ? person : "")}", $"address {address}");
        if (!guard.TryOnce(where, options.Value.TriesPerAddress)) { return false; }
        bool mayTry = guard.TryOnce(who, options.Value.TriesPerPerson);
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        PersonPassword? stored = await db.Set<PersonPassword>().AsNoTracking().FirstOrDefaultAsync(known => known.Person == person, cancellationToken);
        PersonPassword judged = stored ?? Nobody;
        string tried = password.Length <= PasswordRules.Longest ? password : "";
        bool fits = Hasher.VerifyHashedPassword(judged, judged.Hash, tried) != PasswordVerificationResult.Failed;
        if (!fits || !mayTry || stored is null || !isKnown) { return false; }
        guard.Forget(who);
        guard.TakeBack(where);
        return true;
    }

    public async Task<bool> HasAsync(string person, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<PersonPassword>().AnyAsync(known => known.Person == person, cancellationToken);
    }

    /// <summary>Why a password is no good, in Chinese; null when it is.</summary>
    public string? Refusal(string person, string? password, string? again) =>
        PasswordRules.Refusal(person, community.Current.Community, password ?? "", again ?? "", options.Value.ShortestPassword);

    /// <summary>Sets one that was not refused, and ends whatever else the person has open.</summary>
    public Task SetAsync(string person, string password, long? keptSession, CancellationToken cancellationToken)
    {
        string hash = Hasher.HashPassword(Nobody, password);
        return writes.RunAsync(
            async (db, token) =>
            {
                DateTimeOffset now = clock.GetUtcNow();
                await db.Set<PersonPassword>().Where(known => known.Person == person).ExecuteDeleteAsync(token);
                db.Add(new PersonPassword { Person = person, Hash = hash, ChangedAt = now });
                await SignInLinks.EndAsync(db.Set<SignInLink>().Where(link => link.Person == person), now, token);
                await SignInSessions.EndAsync(db.Set<SignInSession>().Where(session => session.Person == person && session.Id != keptSession), now, token);
                return true;
            },
            cancellationToken);
    }

    /// <summary>重置密码: the old one is good no more, nor any session or open link; a new link lets the person choose another.</summary>
    public Task ClearAsync(string person, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, token) =>
        {
            DateTimeOffset now = clock.GetUtcNow();
            await db.Set<PersonPassword>().Where(known => known.Person == person).ExecuteDeleteAsync(token);
            await SignInLinks.EndAsync(db.Set<SignInLink>().Where(link => link.Person == person), now, token);
            return await SignInSessions.EndAsync(db.Set<SignInSession>().Where(session => session.Person == person), now, token);
        },
        cancellationToken);
}
