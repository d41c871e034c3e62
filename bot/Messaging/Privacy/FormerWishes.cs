using Bot.Messaging.Members;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging.Privacy;

/// <summary>Wishes that an older program kept under a name are kept by who it is, before anybody speaks.</summary>
internal sealed class FormerWishes(WriteQueue writes, IDbContextFactory<BotDbContext> contexts, RecordingKeys keys) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!await Former(db).AnyAsync(cancellationToken)) { return; }
        }
        await writes.RunAsync(ReplaceAsync, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ReplaceAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        HashSet<(string, string)> known = [.. (await db.Set<UnrecordedSender>().ToListAsync(cancellationToken)).Select(wish => (wish.Channel, wish.Sender))];
        foreach (UnrecordedSender former in await Former(db).AsTracking().ToListAsync(cancellationToken))
        {
            foreach (string key in await KeysAsync(db, former, cancellationToken))
            {
                if (known.Add((former.Channel, key))) { db.Add(new UnrecordedSender { Channel = former.Channel, Sender = key, Since = former.Since }); }
            }
            db.Remove(former);
        }
    }

    private async Task<string[]> KeysAsync(BotDbContext db, UnrecordedSender former, CancellationToken cancellationToken)
    {
        string[] members = await db.Set<Member>().Where(member => member.Channel == former.Channel && (member.Name == former.Sender || member.Person == former.Sender))
            .Select(member => member.ExternalId).ToArrayAsync(cancellationToken);
        if (members.Length > 0) { return [.. members.Select(id => keys.OfMember(former.Channel, id))]; }
        string[] groups = await db.Set<Message>().Where(message => message.Channel == former.Channel && message.Sender == former.Sender && message.Record != null)
            .Select(message => message.Conversation).Distinct().ToArrayAsync(cancellationToken);
        return [keys.OfSender(former.Channel, null, former.Sender), .. groups.Select(group => keys.OfSender(former.Channel, group, former.Sender))];
    }

    // sums of names stay: nobody knows any more whose they are
    private static IQueryable<UnrecordedSender> Former(BotDbContext db) =>
        db.Set<UnrecordedSender>().Where(wish => !EF.Functions.Like(wish.Sender, "~%") && !EF.Functions.Like(wish.Sender, "#%"));
}
