using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Pictures;
using Bot.Storage;
using Bot.Tickets;

namespace Bot.Privacy;

/// <summary>删除一个人: everything that one sender said, and their name wherever it stands.</summary>
/// <param name="Name">As their messages carry it.</param>
/// <param name="Typed">The name once more, typed by the administrator.</param>
public sealed record ErasePerson(string Name, string Typed);

/// <param name="Refusal">Why nothing was done; null when it was.</param>
/// <param name="IsFlushed">Whether the words have left the write-ahead log too; else they leave it within a day.</param>
public sealed record ErasedPerson(string? Refusal, int Messages = 0, int Reports = 0, int Texts = 0, bool IsFlushed = true);

public sealed class ErasePersonHandler(
    WriteQueue writes, Database database, Inbox inbox, PhotoStore photos, CommunityStore community, TicketsChanged changed, ILogger<ErasePersonHandler> logger)
{
    public async Task<ErasedPerson> HandleAsync(ErasePerson command, CancellationToken cancellationToken)
    {
        string name = command.Name.Trim();
        if (name.Length == 0 || command.Typed.Trim() != name) { return new ErasedPerson("没有删：请把名字一字不差地再打一遍"); }
        if (name == GoneWords.Person || name == GoneWords.Resident) { return new ErasedPerson("没有删：这个名字就是已经删除的意思"); }
        if (community.Current.PersonNamed(name) is { Role: not PersonRoles.Resident } || community.Current.BotNames.Contains(name))
        {
            return new ErasedPerson("没有删：这是工作人员或机器人的名字，办过的事要留着。不在职了请在“人员”里停用");
        }
        ErasedPerson erased = await writes.RunAsync((db, token) => ApplyAsync(db, name, token), cancellationToken);
        if (community.Current.PersonNamed(name) is not null && await community.RemovePersonAsync(name, cancellationToken) is { } refusal)
        {
            return new ErasedPerson($"话都删了，名单里的名字没有删：{refusal}");
        }
        inbox.Reread();
        logger.Erased(erased.Messages, erased.Reports, erased.Texts);
        return erased with { IsFlushed = await database.CheckpointAsync(cancellationToken) };
    }

    private async Task<ErasedPerson> ApplyAsync(BotDbContext db, string name, CancellationToken cancellationToken)
    {
        Erasure erasure = await Erasure.LoadAsync(db, name, cancellationToken);
        await erasure.RunAsync(db, cancellationToken);
        int texts = await new NameSweep(name).RunAsync(db, cancellationToken);
        db.Note(null, $"{erasure.Messages.Count}条消息，{erasure.Reports.Count}条工单原话");
        string[] images = [.. erasure.Images];
        int[] tickets = [.. erasure.Tickets];
        db.AfterCommit(() =>
        {
            photos.Remove(images);
            foreach (int ticket in tickets) { changed.Tell(ticket); }
        });
        return new ErasedPerson(null, erasure.Messages.Count, erasure.Reports.Count, texts);
    }
}
