using System.Text.Json;
using Bot.Grids;
using Bot.Messaging.Receiving;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging.Members;

/// <summary>
/// Nobody bears the name of somebody of the directory unless they are known to be them: whoever had it before it stood there is told apart,
/// and what they said goes with them.
/// </summary>
internal sealed class MemberNames(CommunityStore community, Inbox inbox, IEnumerable<INameWitness> witnesses)
{
    /// <summary>Whether anybody is to be told apart.</summary>
    public Task<bool> CollideAsync(BotDbContext db, CancellationToken cancellationToken) => Colliding(db).AnyAsync(cancellationToken);

    /// <summary>Tells them apart, in a unit of work on the <see cref="WriteQueue"/> whose changes are saved.</summary>
    public async Task TellApartAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        List<Member> colliding = await Colliding(db).AsTracking().ToListAsync(cancellationToken);
        foreach (Member member in colliding) { await RenameAsync(db, member, cancellationToken); }
        // triage knows people by their names
        if (colliding.Count > 0) { db.AfterCommit(inbox.Reread); }
    }

    private IQueryable<Member> Colliding(BotDbContext db)
    {
        string taken = JsonSerializer.Serialize(Naming.Taken(community.Current));
        return db.Set<Member>().FromSql($"SELECT * FROM members WHERE Name IN (SELECT value FROM json_each({taken})) AND Name IS NOT Person");
    }

    private async Task RenameAsync(BotDbContext db, Member member, CancellationToken cancellationToken)
    {
        string from = member.Name, to;
        int n = 1;
        do { to = Naming.Person(community.Current, from, member.ExternalId, n++); }
        while (await db.Set<Member>().AnyAsync(other => other.Channel == member.Channel && other.Name == to, cancellationToken));
        // what was said under a name that two bore is nobody's any more
        bool isAlone = !await db.Set<Member>().AnyAsync(other => other.Channel == member.Channel && other.Person == from, cancellationToken);
        member.Name = to;
        await db.SaveChangesAsync(cancellationToken);
        if (!isAlone) { return; }
        await db.Set<Message>().Where(message => message.Channel == member.Channel && message.Sender == from && message.Role != SenderRole.Bot)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.Sender, to), cancellationToken);
        foreach (INameWitness witness in witnesses) { await witness.RenamedAsync(db, member.Channel, from, to, cancellationToken); }
    }
}
