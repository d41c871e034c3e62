using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging.Members;

/// <summary>Who is who: the people of a channel and those of the directory.</summary>
public sealed class MemberBook(WriteQueue writes, IDbContextFactory<BotDbContext> contexts, CommunityStore community, TimeProvider clock)
{
    /// <summary>Ends the name of somebody who is called as a worker of the directory is, but is not known to be one.</summary>
    public const string Unchecked = DirectoryRules.Unchecked;

    /// <summary>An administrator says who of the directory a member is; null for a resident.</summary>
    /// <returns>Null when done, else why not.</returns>
    public Task<string?> NameAsync(long id, string? person, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, token) =>
        {
            if (await db.Set<Member>().FirstOrDefaultAsync(known => known.Id == id, token) is not { } member) { return "没有这个人，可能已经删掉了"; }
            if (person is not null && community.Current.PersonNamed(person) is null) { return $"没有“{person}”这个人，请从名单里选"; }
            member.Person = person;
            await MemberLines.RenameAsync(db, member, clock.GetUtcNow(), token);
            // the record cannot be changed: of a resident it says no name
            bool isWorker = person is not null && community.Current.PersonNamed(person) is { Role: not PersonRoles.Resident };
            db.Note(isWorker ? person : "居民", $"成员{member.Id}");
            return null;
        },
        cancellationToken);

    /// <summary>The channel's ids by which a person of the directory can be written to.</summary>
    public IReadOnlyList<string> IdsOf(string channel, string person)
    {
        using (BotDbContext db = contexts.CreateDbContext())
        {
            return [.. db.Set<Member>().Where(member => member.Channel == channel && member.Person == person).Select(member => member.ExternalId)];
        }
    }

    /// <summary>
    /// The words of a row, and whom they call: a reply begins with "@name " of whoever said the message it quotes.
    /// </summary>
    public async Task<CalledWords> CallAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        if (row.ReplyTo is null || !row.Text.StartsWith('@')) { return new CalledWords(null, row.Text); }
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        string? sender = await db.Set<Message>()
            .Where(message => message.Channel == row.Channel && message.Conversation == row.Conversation && message.MessageId == row.ReplyTo)
            .Select(message => message.Sender).FirstOrDefaultAsync(cancellationToken);
        if (sender is null || SafeWords.Call(sender) is not { Length: > 0 } call || !row.Text.StartsWith(call, StringComparison.Ordinal)) { return new CalledWords(null, row.Text); }
        Member? member = await db.Set<Member>().AsNoTracking()
            .FirstOrDefaultAsync(known => known.Channel == row.Channel && (known.Name == sender || known.Person == sender), cancellationToken);
        return member is null ? new CalledWords(null, row.Text) : new CalledWords(member, row.Text[call.Length..]);
    }
}

/// <param name="Member">Whom the channel is to call; null for nobody, and then the words are whole.</param>
/// <param name="Text">The words without the call.</param>
public sealed record CalledWords(Member? Member, string Text);
