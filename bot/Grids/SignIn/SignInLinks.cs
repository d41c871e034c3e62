using System.Security.Cryptography;
using System.Text;
using Bot.Storage;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Bot.Grids.SignIn;

/// <summary>Makes and redeems one-time sign-in links.</summary>
public sealed class SignInLinks(WriteQueue writes, IDbContextFactory<BotDbContext> contexts, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7);
    public static readonly TimeSpan ResetLifetime = TimeSpan.FromDays(1);
    private const int TokenBytes = 32;

    /// <summary>The path of a new link, "/signin/…"; whoever calls puts the address before it. Never logged.</summary>
    public Task<string> CreateAsync(string person, string role, CancellationToken cancellationToken) =>
        CreateAsync(person, role, LinkPurpose.SignIn, cancellationToken);

    /// <inheritdoc cref="CreateAsync(string, string, CancellationToken)"/>
    public Task<string> CreateAsync(string person, string role, LinkPurpose purpose, CancellationToken cancellationToken) =>
        writes.RunAsync((db, _) => Task.FromResult(Add(db, person, role, clock.GetUtcNow(), purpose)), cancellationToken);

    /// <summary>Adds a link to a unit of work; for commands that have no write queue.</summary>
    internal static string Add(BotDbContext db, string person, string role, DateTimeOffset now, LinkPurpose purpose = LinkPurpose.SignIn)
    {
        string token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        db.Add(new SignInLink { TokenHash = Hash(token), Person = person, Role = role, Purpose = purpose, ExpiresAt = now + LifetimeOf(purpose) });
        return $"/signin/{token}";
    }

    /// <summary>Whether the link could be redeemed now; redeems nothing.</summary>
    public async Task<SignInLink?> FindAsync(string token, CancellationToken cancellationToken)
    {
        string hash = Hash(token);
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        SignInLink? link = await db.Set<SignInLink>().SingleOrDefaultAsync(known => known.TokenHash == hash, cancellationToken);
        return link is not null && link.IsOpen(clock.GetUtcNow()) ? link : null;
    }

    /// <summary>Redeems the link, once; null when it is unknown, used or too old.</summary>
    public Task<SignInLink?> RedeemAsync(string token, CancellationToken cancellationToken)
    {
        string hash = Hash(token);
        return writes.RunAsync(
            async (db, unit) =>
            {
                DateTimeOffset now = clock.GetUtcNow();
                SignInLink? link = await db.Set<SignInLink>().AsTracking().SingleOrDefaultAsync(known => known.TokenHash == hash, unit);
                if (link is null || !link.IsOpen(now)) { return null; }
                link.UsedAt = now;
                return link;
            },
            cancellationToken);
    }

    /// <summary>Ends everything of people who may not sign in any more, so that it does not revive when they come back.</summary>
    internal static async Task EndOthersAsync(BotDbContext db, CommunityDirectory directory, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string[] staff = [.. directory.People.Where(person => person.Role != PersonRoles.Resident).Select(person => person.Name)];
        await EndAsync(db.Set<SignInLink>().Where(link => !staff.Contains(link.Person)), now, cancellationToken);
        await SignInSessions.EndAsync(db.Set<SignInSession>().Where(session => !staff.Contains(session.Person)), now, cancellationToken);
        await db.Set<PersonPassword>().Where(password => !staff.Contains(password.Person)).ExecuteDeleteAsync(cancellationToken);
    }

    internal static Task<int> EndAsync(IQueryable<SignInLink> links, DateTimeOffset now, CancellationToken cancellationToken) =>
        links.Where(link => link.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.EndedAt, (DateTimeOffset?)now), cancellationToken);

    private static TimeSpan LifetimeOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Invitation => InvitationLifetime,
        LinkPurpose.Reset => ResetLifetime,
        _ => Lifetime,
    };

    /// <summary>Whether an administrator ever signed in here.</summary>
    public async Task<bool> AdministratorSignedInAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<SignInLink>().AnyAsync(link => link.Role == Access.Admin && link.UsedAt != null, cancellationToken);
    }

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
