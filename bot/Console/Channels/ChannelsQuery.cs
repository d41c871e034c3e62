using Bot.Console.Channels.Forms;
using Bot.Grids;
using Bot.Messaging.Conversations;
using Bot.Messaging.Forms;
using Bot.Messaging.Members;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Channels;

internal sealed class ChannelsQuery(
    ChannelLinesQuery lines, FormQuery forms, ChannelForms known, IDbContextFactory<BotDbContext> contexts, CommunityStore community)
{
    private const int MostMembers = 30;
    private const int MostFailed = 20;

    public async Task<ChannelsModel> LoadAsync(ChannelsFilter filter, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        CommunityDirectory directory = community.Current;
        return new ChannelsModel(
            filter, await lines.LoadAsync(_ => true, cancellationToken),
            await db.Set<ConversationReference>().AsNoTracking().Where(one => one.IsGroup).OrderBy(one => one.BoundBy != null).ThenByDescending(one => one.Id).ToListAsync(cancellationToken),
            await MembersAsync(db, filter, cancellationToken), await lines.Troubled(db).OrderByDescending(row => row.Id).Take(MostFailed).ToListAsync(cancellationToken),
            [.. directory.Groups.Keys], [.. directory.People.Where(person => person.Role != "resident").Select(person => person.Name)],
            directory.People.Where(person => person.Role == PersonRoles.Resident).Select(person => person.Name).ToHashSet(), known, forms.Pending());
    }

    private static Task<List<Member>> MembersAsync(BotDbContext db, ChannelsFilter filter, CancellationToken cancellationToken)
    {
        string? name = filter.Name?.Trim();
        IQueryable<Member> found = db.Set<Member>().AsNoTracking();
        if (name is { Length: > 0 }) { found = found.Where(member => member.Name.Contains(name) || member.Person!.Contains(name)); }
        // those who are called as a worker come first: they wait to be told apart
        return found.OrderBy(member => member.Person != null).ThenByDescending(member => member.Name.EndsWith(MemberBook.Unchecked)).ThenByDescending(member => member.Id)
            .Take(MostMembers).ToListAsync(cancellationToken);
    }
}
