using System.Text.Json;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging;

/// <summary>Which channel a group is spoken to by.</summary>
public sealed class GroupChannels(IEnumerable<IChannel> channels)
{
    /// <summary>
    /// A channel that speaks and has heard the group; else one that only hears and has heard it (then it gets drafts);
    /// else, for a group nobody ever spoke in, one that serves it all the same, or the first that speaks.
    /// </summary>
    /// <param name="group">Name of the group, which is also its conversation.</param>
    public async Task<string> OfAsync(BotDbContext db, string group, CancellationToken cancellationToken)
    {
        IChannel[] ranked = [.. channels.OrderByDescending(channel => channel.Capabilities.Speaks)];
        foreach (IChannel channel in ranked)
        {
            if (await db.Set<Message>().AnyAsync(message => message.Channel == channel.Name && message.Conversation == group, cancellationToken))
            {
                return channel.Name;
            }
        }
        return Unheard(ranked, group);
    }

    /// <summary>The same for many groups at once.</summary>
    public async Task<ILookup<string, string>> OfAllAsync(BotDbContext db, IReadOnlyCollection<string> groups, CancellationToken cancellationToken)
    {
        IChannel[] ranked = [.. channels.OrderByDescending(channel => channel.Capabilities.Speaks)];
        Dictionary<string, string> found = [];
        foreach (IChannel channel in ranked)
        {
            string left = JsonSerializer.Serialize(groups.Where(group => !found.ContainsKey(group)));
            List<string> heard = await db.Database.SqlQuery<string>(
                $"""
                SELECT value AS Value FROM json_each({left})
                WHERE EXISTS (SELECT 1 FROM messages WHERE Channel = {channel.Name} AND Conversation = value)
                """).ToListAsync(cancellationToken);
            heard.ForEach(group => found.Add(group, channel.Name));
        }
        return groups.ToLookup(group => found.GetValueOrDefault(group) ?? Unheard(ranked, group));
    }

    private static string Unheard(IChannel[] ranked, string group) => (ranked.FirstOrDefault(channel => channel.Serves(group)) ?? ranked[0]).Name;
}
