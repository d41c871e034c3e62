using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers;

/// <summary>The questions of the database, inside one unit of work on the writer.</summary>
public sealed class DbQuestionBook(BotDbContext db, CommunityDirectory directory, AnswerHours hours, HandOffsChanged changed) : IQuestionBook
{
    private const int MostCompared = 300;
    private static readonly TimeSpan OneMatter = TimeSpan.FromDays(30);

    public async ValueTask<HandOff> HandOffAsync(NewQuestion question, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        int stored = await db.Set<HandOff>().MaxAsync(item => (int?)item.Number, cancellationToken) ?? 0;
        int number = Math.Max(stored, db.Set<HandOff>().Local.Select(item => item.Number).DefaultIfEmpty().Max()) + 1;
        HandOff item = HandOffOpening.Open(number, question, directory, hours, now);
        if (!question.WantsPerson) { item.Matter = await MatterAsync(item, now, cancellationToken) ?? number; }
        db.Add(item);
        db.AfterCommit(() => changed.Tell(number));
        return item;
    }

    public async ValueTask<HandOff?> JoinAsync(int number, NewQuestion question, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        HandOff? item = await db.Set<HandOff>().AsTracking().FirstOrDefaultAsync(other => other.Number == number, cancellationToken);
        if (item?.Takes(question, now) != true) { return null; }
        item.Add(question.Question);
        db.AfterCommit(() => changed.Tell(number));
        return item;
    }

    private async Task<int?> MatterAsync(HandOff item, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset since = now - OneMatter;
        List<HandOff> waiting = await db.Set<HandOff>().AsNoTracking().Where(other => other.State == HandOffState.Waiting && other.AskedAt >= since)
            .OrderByDescending(other => other.Number).Take(MostCompared).ToListAsync(cancellationToken);
        return SameMatter.Find(item.Question, waiting, DateOnly.FromDateTime(hours.Clock.Local(now)));
    }

    public async ValueTask<HandOff?> WaitingAsync(string group, string asker, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        await db.Set<HandOff>()
            .Where(item => item.State == HandOffState.Waiting && item.Group == group && item.Asker == asker && item.AskedAt >= since)
            .OrderByDescending(item => item.Number).FirstOrDefaultAsync(cancellationToken);

    public ValueTask KeepAsync(AskedQuestion asked, CancellationToken cancellationToken = default)
    {
        db.Add(asked);
        return ValueTask.CompletedTask;
    }

    public async ValueTask<IReadOnlyList<AskedQuestion>> LatelyAsync(string group, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        await db.Set<AskedQuestion>().AsNoTracking().Where(asked => asked.Group == group && asked.AskedAt >= since)
            .OrderByDescending(asked => asked.Id).Take(FollowUps.MostLooked).ToListAsync(cancellationToken);
}
