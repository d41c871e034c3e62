using Bot.Answers.Library;
using Bot.Audit;
using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Pictures;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>删除一个人: everything that one person said, and their name wherever it stands.</summary>
/// <param name="Who">The line of the search.</param>
/// <param name="Typed">The name once more, typed by the administrator.</param>
/// <param name="Also">Other lines that are the same person, ticked by the administrator.</param>
public sealed record ErasePerson(PersonKey Who, string Typed, IReadOnlyList<PersonKey> Also);

/// <param name="Refusal">Why nothing was done; null when it was.</param>
/// <param name="IsFlushed">Whether the words have left the write-ahead log too; else they leave it within a day.</param>
public sealed record ErasedPerson(string? Refusal, int Messages = 0, int Reports = 0, int Texts = 0, bool IsFlushed = true);

public sealed class ErasePersonHandler(
    WriteQueue writes, IDbContextFactory<BotDbContext> contexts, PersonBook people, Database database, Inbox inbox, PhotoStore photos, CommunityStore community,
    Shelf shelf, AuditTrail audit, TicketsChanged changed, TimeProvider clock, ILogger<ErasePersonHandler> logger)
{
    private const int MostPasses = 3;

    public async Task<ErasedPerson> HandleAsync(ErasePerson command, CancellationToken cancellationToken)
    {
        if (await people.FindAsync([command.Who, .. command.Also], cancellationToken) is not { Name.Length: > 0 } person) { return new ErasedPerson("没有删：没有找到这个人，可能已经删掉了"); }
        if (command.Typed.Trim() != person.Name) { return new ErasedPerson("没有删：请把名字一字不差地再打一遍"); }
        if (person.Refusal is { } shared) { return new ErasedPerson($"没有删：{shared}"); }
        if (person.Names.Any(GoneWords.IsName)) { return new ErasedPerson("没有删：这个名字就是已经删除的意思"); }
        if (person.Names.Any(name => community.Current.PersonNamed(name) is { Role: not PersonRoles.Resident } || community.Current.BotNames.Contains(name)))
        {
            return new ErasedPerson("没有删：这是工作人员或机器人的名字，办过的事要留着。不在职了请在“人员”里停用");
        }
        PersonWords words = await ReadAsync(db => PersonWords.LoadAsync(db, person, cancellationToken));
        if (await ReadAsync(db => db.Set<Alert>().FirstOrDefaultAsync(alert => words.Tickets.Contains(alert.Ticket) && alert.AcknowledgedAt == null, cancellationToken)) is { } open)
        {
            return new ErasedPerson($"没有删：{open.Ticket}号工单是紧急的，还没有人接。先让人接了，再来删");
        }
        // whoever closes the page now does not cut it short
        return await EraseAsync(person, words, CancellationToken.None);
    }

    private async Task<ErasedPerson> EraseAsync(KnownPerson person, PersonWords words, CancellationToken cancellationToken)
    {
        await audit.RecordAsync(new AuditAct("privacy/erase", null, $"{words.Said.Count()}条消息，{words.Reports.Count}条工单原话"), cancellationToken);
        int texts = await EraseAsync(words, cancellationToken);
        // what triage had in hand meanwhile
        for (int pass = 1; pass < MostPasses; pass++)
        {
            PersonWords since = await ReadAsync(db => PersonWords.LoadAsync(db, person, cancellationToken));
            if (since.Messages.Count == 0 && since.Reports.Count == 0 && since.Asked.Count == 0 && since.HandOffs.Count == 0) { break; }
            texts += await EraseAsync(since, cancellationToken);
        }
        if (await RemoveFromDirectoryAsync(person, cancellationToken) is { } refusal) { return new ErasedPerson(refusal); }
        logger.Erased(words.Messages.Count, words.Reports.Count, texts);
        bool isFlushed = shelf.Flush() & await database.CheckpointAsync(cancellationToken);
        return new ErasedPerson(null, words.Said.Count(), words.Reports.Count, texts, isFlushed);
    }

    // many small units of work, so that nobody who writes waits long
    private async Task<int> EraseAsync(PersonWords words, CancellationToken cancellationToken)
    {
        string gone = await FreeNameAsync(words, cancellationToken);
        WordTraces traces = new(words.Texts, new PlaceWords(community.Current));
        NameSweep[] names = [.. words.Person.Names.Select(name => NameSweep.Of(name, gone, community.Current)).OfType<NameSweep>()];
        IReadOnlyDictionary<string, string> homes = await ReadAsync(db => HomePlaces.LoadAsync(db, words, cancellationToken));
        await new QueuedWords(words, traces).SettleAsync(contexts, writes, cancellationToken);
        int texts = await new TextSweep(words, traces, names, homes).RunAsync(contexts, writes, cancellationToken);
        IReadOnlyList<string> answers = await writes.RunAsync((db, token) => new KeptAnswers(words, traces, names).RemoveAsync(db, token), cancellationToken);
        await writes.RunAsync((db, token) => HomePlaces.RemoveAsync(db, words, homes, token), cancellationToken);
        await shelf.SyncAsync(answers, cancellationToken);
        photos.Remove([.. words.Images]);
        await writes.RunAsync((db, token) => new Leftovers(words.Person, names, gone).RemoveAsync(db, token), cancellationToken);
        // what they said comes last: until then a search finds them, and what was cut short can be begun again
        foreach (Func<BotDbContext, CancellationToken, Task> part in new OwnRows(words, traces, gone).Parts(clock.GetUtcNow())) { await writes.RunAsync(part, cancellationToken); }
        foreach (int ticket in words.Tickets) { changed.Tell(ticket); }
        inbox.Reread();
        return texts + answers.Count;
    }

    private async Task<string?> RemoveFromDirectoryAsync(KnownPerson person, CancellationToken cancellationToken)
    {
        foreach (string name in person.Directory.Where(name => community.Current.PersonNamed(name) is not null))
        {
            if (await community.RemovePersonAsync(name, cancellationToken) is { } refusal) { return $"话都删了，名单里的名字没有删：{refusal}"; }
        }
        return null;
    }

    // who reported a matter together with somebody erased before stays another person
    private Task<string> FreeNameAsync(PersonWords words, CancellationToken cancellationToken) => ReadAsync(async db =>
    {
        HashSet<string> taken = await db.Set<TicketReport>().Where(report => words.Tickets.Contains(EF.Property<int>(report, "TicketNumber")) && report.Sender.StartsWith(GoneWords.Person))
            .Select(report => report.Sender).ToHashSetAsync(cancellationToken);
        return Enumerable.Range(1, taken.Count + 1).Select(GoneWords.Nth).First(name => !taken.Contains(name));
    });

    private async Task<T> ReadAsync<T>(Func<BotDbContext, Task<T>> read)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(CancellationToken.None);
        return await read(db);
    }
}
