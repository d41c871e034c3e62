using Bot.Answers.Library;
using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers;

/// <summary>写进知识库, after the answer: the same question is answered next time, in all the words it was asked in.</summary>
/// <param name="Question">As the person wants it kept.</param>
public sealed record KeepAnswer(int Number, string Question, string By);

/// <summary>The kept answer answers no longer.</summary>
/// <param name="MayChange">Whether they may take back what the community changed since.</param>
public sealed record ForgetAnswer(int Number, string By, bool MayChange);

public sealed class KeepAnswerHandler(WriteQueue writes, HandOffsChanged changed, CommunityStore community, CommunityClock communityClock, Shelf shelf, TimeProvider clock)
{
    public async Task<HandOffResult> HandleAsync(KeepAnswer command, CancellationToken cancellationToken) =>
        await TakeOverAsync(await writes.RunAsync((db, token) => KeepAsync(db, command, token), cancellationToken));

    public async Task<HandOffResult> HandleAsync(ForgetAnswer command, CancellationToken cancellationToken) =>
        await TakeOverAsync(await writes.RunAsync((db, token) => ForgetAsync(db, command, token), cancellationToken));

    private async Task<HandOffResult> KeepAsync(BotDbContext db, KeepAnswer command, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, command.Number, cancellationToken) is not { } item) { return Missing(command.Number); }
        if (item.State != HandOffState.Answered) { return new HandOffResult(HandOffOutcome.Refused, item, $"问{item.Number}号还没有人答"); }
        if (item.KeptAs is not null) { return new HandOffResult(HandOffOutcome.Refused, item, $"问{item.Number}号的回答已经在知识库里"); }
        DateTimeOffset now = clock.GetUtcNow();
        HandOff[] same = [item, .. await SameAsync(db, item, cancellationToken)];
        db.Add(StandardAnswer.Row(same, command.Question, community.Current.Community, DateOnly.FromDateTime(communityClock.Local(now)), command.By, now));
        return Done(db, item, item.KeptAs);
    }

    private async Task<HandOffResult> ForgetAsync(BotDbContext db, ForgetAnswer command, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, command.Number, cancellationToken) is not { } item) { return Missing(command.Number); }
        if (item.KeptAs is not { } name) { return new HandOffResult(HandOffOutcome.Refused, item, $"问{item.Number}号的回答不在知识库里"); }
        if (await db.Set<ShelfDocument>().LiveAsync(name, cancellationToken) is { } live)
        {
            // it is the one that was kept as long as nobody touched it
            bool isKept = live is { State: ShelfState.Active, BasedOn: null, Version: 0 };
            if (!isKept && !command.MayChange) { return new HandOffResult(HandOffOutcome.Refused, item, $"这条标准答复{live.ChangedBy}后来改过，请社区在知识库里改"); }
            live.Apply(ShelfAct.Remove, command.By, clock.GetUtcNow());
        }
        foreach (HandOff each in await db.Set<HandOff>().AsTracking().Where(other => other.KeptAs == name).ToListAsync(cancellationToken)) { each.KeptAs = null; }
        return Done(db, item, name);
    }

    private static Task<HandOff?> FindAsync(BotDbContext db, int number, CancellationToken cancellationToken) =>
        db.Set<HandOff>().AsTracking().FirstOrDefaultAsync(item => item.Number == number, cancellationToken);

    private static Task<List<HandOff>> SameAsync(BotDbContext db, HandOff item, CancellationToken cancellationToken) =>
        db.Set<HandOff>().AsTracking()
            .Where(other => other.Matter == item.Matter && other.Number != item.Number && other.Answer == item.Answer && other.KeptAs == null)
            .OrderBy(other => other.Number).ToListAsync(cancellationToken);

    private HandOffResult Done(BotDbContext db, HandOff item, string? name)
    {
        db.AfterCommit(() => changed.Tell(item.Number));
        return new HandOffResult(HandOffOutcome.Done, item) { Kept = name };
    }

    private async Task<HandOffResult> TakeOverAsync(HandOffResult result)
    {
        if (result is { IsDone: true, Kept: { } name }) { await shelf.SyncAsync([name], CancellationToken.None); }
        return result;
    }

    private static HandOffResult Missing(int number) => new(HandOffOutcome.NotFound, Message: $"没有问{number}号");
}
