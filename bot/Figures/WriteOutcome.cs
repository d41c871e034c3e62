using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Figures;

/// <summary>What the 议事会 agreed.</summary>
public sealed record WriteOutcome(long Item, string Outcome, Scope By);

public sealed class WriteOutcomeHandler(WriteQueue queue, TimeProvider clock)
{
    private const int OutcomeLength = 200;

    public Task<FigureResult> HandleAsync(WriteOutcome command, CancellationToken cancellationToken) => queue.RunAsync(
        async (db, token) =>
        {
            string outcome = command.Outcome.Trim();
            if (outcome.Length is 0 or > OutcomeLength) { return new FigureResult($"请写一句议定的结果，{OutcomeLength}字以内"); }
            AgendaItem? item = await db.Set<AgendaItem>()
                .Where(one => one.Id == command.Item && db.Set<Ticket>().Within(command.By).Any(ticket => ticket.Number == one.Ticket))
                .FirstOrDefaultAsync(token);
            if (item is null) { return new FigureResult("没有这一条"); }
            if (item.Outcome is not null) { return new FigureResult("结果已经写过了"); }
            (item.Outcome, item.OutcomeBy, item.OutcomeAt) = (outcome, command.By.Person, clock.GetUtcNow());
            return FigureResult.Done;
        },
        cancellationToken);
}
