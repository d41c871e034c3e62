using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library.Checks;

/// <summary>Keeps what came of 试问一句.</summary>
/// <param name="Reply">What the group would have heard.</param>
public sealed record KeepTry(string Question, string? Group, DateOnly Day, Considered Considered, string Reply, string By);

public sealed class KeepTryHandler(WriteQueue writes, TimeProvider clock)
{
    // a page that is loaded again asks again
    private static readonly TimeSpan SameTry = TimeSpan.FromMinutes(10);

    public async Task HandleAsync(KeepTry command, CancellationToken cancellationToken)
    {
        string question = AddChecksHandler.Clean(command.Question);
        if (question.Length == 0 || command.Considered.Parts.Any(part => part.Answer is null)) { return; }
        await writes.RunAsync((db, token) => KeepAsync(db, command, question, token), cancellationToken);
    }

    private async Task KeepAsync(BotDbContext db, KeepTry command, string question, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset since = now - SameTry;
        QuestionRun? run = await db.Set<QuestionRun>().AsTracking().OrderByDescending(each => each.Id).FirstOrDefaultAsync(
            each => each.Kind == RunKind.One && each.StartedBy == command.By && each.Title == question && each.Group == command.Group
                && each.Day == command.Day && each.StartedAt >= since, cancellationToken);
        if (run is null)
        {
            run = new QuestionRun { Kind = RunKind.One, State = RunState.Done, StartedBy = command.By, Day = command.Day, Group = command.Group, Title = question, Total = 1 };
            db.Add(run);
            await db.SaveChangesAsync(cancellationToken);
            await RunHistory.ForgetAsync(db, run.Kind, cancellationToken);
        }
        else
        {
            await db.Set<RunRow>().Where(row => row.Run == run.Id).ExecuteDeleteAsync(cancellationToken);
        }
        Outcome outcome = Outcome.Of(command.Considered);
        (run.StartedAt, run.Same) = (now, outcome.Answer is null ? 0 : 1);
        db.Add(RunJudge.Judge(run.Id, new AskedCheck(question, false, null, command.Group), outcome with { Answer = outcome.Answer is null ? null : command.Reply }));
    }
}
