using Bot.Messaging.Conversations;
using Bot.Messaging.Receiving;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging.Members;

/// <summary>The private lines of a member follow when somebody says who the member is, or that it was not so.</summary>
internal static class MemberLines
{
    public static async Task RenameAsync(BotDbContext db, Member member, DateTimeOffset now, CancellationToken cancellationToken)
    {
        LineOwner unlinked = new(member.ExternalId, member.Name, Person: null);
        LineOwner owner = unlinked with { Person = member.Person };
        List<ConversationReference> lines = await db.Set<ConversationReference>().AsTracking()
            .Where(known => known.Channel == member.Channel && !known.IsGroup && known.Member == member.ExternalId)
            .OrderByDescending(known => known.Id).ToListAsync(cancellationToken);
        // a person has one line, the latest
        foreach ((int index, ConversationReference line) in lines.Index())
        {
            LineOwner called = index == 0 ? owner : unlinked;
            if (called.Fits(line.Name)) { continue; }
            if (called.Person is not null) { await MoveAsideAsync(db, member.Channel, called.At(1), now, cancellationToken); }
            await NameAsync(db, line, called, now, cancellationToken);
        }
    }

    private static async Task MoveAsideAsync(BotDbContext db, string channel, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Set<ConversationReference>().AsTracking().FirstOrDefaultAsync(known => known.Channel == channel && known.Name == name, cancellationToken) is not { } holder) { return; }
        string? member = await db.Set<Member>().Where(known => known.Channel == channel && known.ExternalId == holder.Member)
            .Select(known => known.Name).FirstOrDefaultAsync(cancellationToken);
        await NameAsync(db, holder, new LineOwner("", member ?? PrivateLine.PersonOf(name)!, Person: null), now, cancellationToken);
    }

    // written at once: the next name is chosen among those that are free then
    private static async Task NameAsync(BotDbContext db, ConversationReference line, LineOwner owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        int n = 1;
        while (await db.Set<ConversationReference>().AnyAsync(known => known.Channel == line.Channel && known.Name == owner.At(n), cancellationToken)) { n++; }
        await db.KeepFormerAsync(line, now, cancellationToken);
        line.Name = owner.At(n);
        await db.SaveChangesAsync(cancellationToken);
    }
}
