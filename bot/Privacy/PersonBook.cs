using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Conversations;
using Bot.Messaging.Members;
using Bot.Messaging.Privacy;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>What there is of one person.</summary>
/// <param name="Name">As their messages carry it; that of the directory once somebody said who they are.</param>
/// <param name="Channels">Where they were heard.</param>
/// <param name="Groups">Where they were heard last.</param>
public sealed record PersonFound(
    PersonKey Key, string Name, IReadOnlyList<string> Channels, IReadOnlyList<string> Groups, int Messages, int Reports, int Questions, int Ratings, bool IsUnrecorded);

/// <summary>Finds people by a part of a name, and everything by which one of them is known. A name alone is nobody: a line for each identity.</summary>
public sealed class PersonBook(IDbContextFactory<BotDbContext> contexts, CommunityStore community, RecordingKeys keys)
{
    public const int Most = 30;

    public async Task<IReadOnlyList<PersonFound>> SearchAsync(string part, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<Heard> heard = await HeardAsync(db, part, cancellationToken);
        List<Member> members = await db.Set<Member>().AsNoTracking().Where(member => member.Name.Contains(part) || member.Person!.Contains(part)).ToListAsync(cancellationToken);
        HashSet<PersonKey> found =
        [
            .. community.Current.People.Where(person => IsResident(person) && person.Name.Contains(part, StringComparison.Ordinal)).Select(person => new PersonKey(person.Name)),
            .. members.Where(member => !IsWorker(member.Person)).Select(KeyOf),
            .. heard.Where(each => !members.Any(member => member.Channel == each.Channel && (member.Name == each.Sender || member.Person == each.Sender)))
                .Select(each => new PersonKey(Channel: each.Channel, Sender: each.Sender)),
        ];
        List<(PersonKey Key, KnownPerson Person)> people = [];
        foreach (PersonKey key in found.OrderBy(key => (key.Directory ?? key.Sender ?? "").Length).Take(Most))
        {
            if (await FindAsync(db, [key], cancellationToken) is { } person && !GoneWords.IsName(person.Name)) { people.Add((key, person)); }
        }
        PersonCounts counts = await PersonCounts.LoadAsync(db, [.. people.SelectMany(each => each.Person.Names).Distinct()], cancellationToken);
        return [.. people.Select(each => counts.Of(each.Key, each.Person, keys)).OrderBy(each => each.Name.Length).ThenBy(each => each.Name, StringComparer.Ordinal)];
    }

    /// <summary>Several lines as one person, named as the first of them; null when one is gone.</summary>
    public async Task<KnownPerson?> FindAsync(IReadOnlyList<PersonKey> lines, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, lines, cancellationToken) is { } person
            ? person with
            {
                HasNamesake = await HasNamesakeAsync(db, person, cancellationToken),
                Shared = await SharedAsync(db, person, cancellationToken),
                Lines = await LinesAsync(db, person, cancellationToken),
            }
            : null;
    }

    private static async Task<KnownPerson?> FindAsync(BotDbContext db, IReadOnlyList<PersonKey> lines, CancellationToken cancellationToken)
    {
        long[] ids = [.. lines.Select(line => line.Member).OfType<long>()];
        List<Member> named = await db.Set<Member>().AsNoTracking().Where(member => ids.Contains(member.Id)).ToListAsync(cancellationToken);
        if (lines.Count == 0 || named.Count != ids.Distinct().Count()) { return null; }
        HashSet<string> directory = [.. lines.Select(line => line.Directory).Concat(named.Select(member => member.Person)).OfType<string>()];
        List<Member> members = await db.Set<Member>().AsNoTracking().Where(member => ids.Contains(member.Id) || directory.Contains(member.Person!)).ToListAsync(cancellationToken);
        HashSet<(string, string)> said =
        [
            .. members.SelectMany(member => new[] { member.Name, member.Person }.OfType<string>().Select(name => (member.Channel, name))),
            .. lines.Where(line => line.Sender is not null).Select(line => (line.Channel!, line.Sender!)),
        ];
        string name = lines[0] switch
        {
            { Directory: { } known } => known,
            { Member: { } id } => members.First(member => member.Id == id) is { } member ? member.Person ?? member.Name : "",
            { Sender: var sender } => sender!,
        };
        return new KnownPerson(name, said, members, directory);
    }

    // a name that a line had may be another's by now
    private static async Task<HashSet<(string, string)>> LinesAsync(BotDbContext db, KnownPerson person, CancellationToken cancellationToken)
    {
        string[] ids = [.. person.Members.Select(member => member.ExternalId)];
        List<ConversationReference> own = await db.Set<ConversationReference>().AsNoTracking().Where(known => !known.IsGroup && ids.Contains(known.Member!)).ToListAsync(cancellationToken);
        own.RemoveAll(known => !person.Members.Any(member => (member.Channel, member.ExternalId) == (known.Channel, known.Member)));
        HashSet<(string Channel, string Name)> lines = [.. person.Lines, .. own.Select(known => (known.Channel, known.Name))];
        long[] numbers = [.. own.Select(known => known.Id)];
        foreach (FormerName former in await db.Set<FormerName>().AsNoTracking().Where(one => numbers.Contains(one.Conversation)).ToListAsync(cancellationToken))
        {
            lines.Add((own.First(known => known.Id == former.Conversation).Channel, former.Name));
        }
        string[] names = [.. lines.Select(line => line.Name).Distinct()];
        var others = await db.Set<ConversationReference>().Where(known => names.Contains(known.Name) && known.Member != null && !numbers.Contains(known.Id))
            .Select(known => new { known.Channel, known.Name }).ToListAsync(cancellationToken);
        return [.. lines.Except(others.Select(other => (other.Channel, other.Name)))];
    }

    private static async Task<string?> SharedAsync(BotDbContext db, KnownPerson person, CancellationToken cancellationToken)
    {
        string[] names = [.. person.Said.Select(said => said.Sender)];
        long[] ids = [.. person.Members.Select(member => member.Id)];
        List<Member> others = await db.Set<Member>().AsNoTracking()
            .Where(other => (names.Contains(other.Name) || names.Contains(other.Person!)) && !ids.Contains(other.Id)).ToListAsync(cancellationToken);
        return others.SelectMany(other => new[] { other.Name, other.Person }.OfType<string>().Where(name => person.IsSaid(other.Channel, name))).FirstOrDefault();
    }

    private async Task<bool> HasNamesakeAsync(BotDbContext db, KnownPerson person, CancellationToken cancellationToken)
    {
        string[] names = [.. person.Names];
        long[] ids = [.. person.Members.Select(member => member.Id)];
        if (community.Current.People.Any(other => names.Contains(other.Name) && !person.Directory.Contains(other.Name))) { return true; }
        if (await db.Set<Member>().AnyAsync(other => (names.Contains(other.Name) || names.Contains(other.Person!)) && !ids.Contains(other.Id), cancellationToken)) { return true; }
        var heard = await db.Set<Message>().Where(message => names.Contains(message.Sender)).Select(message => new { message.Channel, message.Sender }).Distinct()
            .ToListAsync(cancellationToken);
        return heard.Any(each => !person.IsSaid(each.Channel, each.Sender));
    }

    private static Task<List<Heard>> HeardAsync(BotDbContext db, string part, CancellationToken cancellationToken) => db.Database.SqlQuery<Heard>(
        $"""
        SELECT Channel, Sender FROM messages WHERE instr(Sender, {part}) > 0 AND Role <> 4
        UNION SELECT Channel, Sender FROM ticket_reports WHERE instr(Sender, {part}) > 0
        UNION SELECT Channel, Asker FROM asked_questions WHERE instr(Asker, {part}) > 0
        UNION SELECT Channel, Asker FROM hand_offs WHERE instr(Asker, {part}) > 0
        """).ToListAsync(cancellationToken);

    private PersonKey KeyOf(Member member) => member.Person is { } person ? new PersonKey(person) : new PersonKey(Member: member.Id);

    private bool IsWorker(string? name) => name is not null && community.Current.PersonNamed(name) is { } person && !IsResident(person);

    private static bool IsResident(Person person) => person.Role == PersonRoles.Resident;

    private sealed record Heard(string Channel, string Sender);
}
