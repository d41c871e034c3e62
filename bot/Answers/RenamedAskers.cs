using Bot.Messaging.Members;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers;

/// <summary>What a member asked goes with their new name.</summary>
internal sealed class RenamedAskers : INameWitness
{
    public async Task RenamedAsync(BotDbContext db, string channel, string from, string to, CancellationToken cancellationToken)
    {
        await db.Set<AskedQuestion>().Where(asked => asked.Channel == channel && asked.Asker == from)
            .ExecuteUpdateAsync(set => set.SetProperty(asked => asked.Asker, to), cancellationToken);
        await db.Set<HandOff>().Where(item => item.Channel == channel && item.Asker == from)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.Asker, to), cancellationToken);
    }
}
