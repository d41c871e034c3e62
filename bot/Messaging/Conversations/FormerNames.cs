using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging.Conversations;

/// <summary>Remembers the names a conversation loses, so that what was heard under them is found.</summary>
internal static class FormerNames
{
    /// <summary>Called before the name changes, in the unit of work that changes it.</summary>
    public static async Task KeepFormerAsync(this BotDbContext db, ConversationReference known, DateTimeOffset now, CancellationToken cancellationToken)
    {
        FormerName? former = await db.Set<FormerName>().AsTracking().FirstOrDefaultAsync(one => one.Conversation == known.Id && one.Name == known.Name, cancellationToken);
        if (former is null) { db.Add(new FormerName { Conversation = known.Id, Name = known.Name, Until = now }); }
        else { former.Until = now; }
    }
}
