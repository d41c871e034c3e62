using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers;

/// <summary>The questions of the database, inside one unit of work on the writer.</summary>
public sealed class DbQuestionBook(BotDbContext db, CommunityDirectory directory, AnswerHours hours, HandOffsChanged changed) : IQuestionBook
{
    public async ValueTask<HandOff> HandOffAsync(NewQuestion question, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        int stored = await db.Set<HandOff>().MaxAsync(item => (int?)item.Number, cancellationToken) ?? 0;
        int number = Math.Max(stored, db.Set<HandOff>().Local.Select(item => item.Number).DefaultIfEmpty().Max()) + 1;
        HandOff item = HandOffOpening.Open(number, question, directory, hours, now);
        db.Add(item);
        db.AfterCommit(() => changed.Tell(number));
        return item;
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
}
