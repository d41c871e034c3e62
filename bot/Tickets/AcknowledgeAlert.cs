using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tickets;

/// <summary>知道了: on the console for one ticket, or a person's word on the private line for all their calls.</summary>
/// <param name="By">Name of the person.</param>
/// <param name="Ticket">Number of the ticket; null for every open call that reached the person.</param>
public sealed record AcknowledgeAlert(string By, int? Ticket = null);

public sealed class AcknowledgeAlertHandler(WriteQueue queue, Alerts alerts, TicketsChanged changed, TimeProvider clock)
{
    /// <returns>Numbers of the tickets whose calls have ended.</returns>
    public Task<IReadOnlyList<int>> HandleAsync(AcknowledgeAlert command, CancellationToken cancellationToken) =>
        queue.RunAsync((db, token) => EndAsync(db, command, token), cancellationToken);

    /// <summary>The same inside a unit of work that is already running, for words on the private line.</summary>
    public async Task<IReadOnlyList<int>> EndAsync(BotDbContext db, AcknowledgeAlert command, CancellationToken cancellationToken)
    {
        List<Alert> open = await db.OpenAlerts().ToListAsync(cancellationToken);
        int[] numbers = [.. open.Where(alert => Concerns(alert, command)).Select(alert => alert.Ticket).Distinct()];
        DateTimeOffset now = clock.GetUtcNow();
        foreach (int number in numbers)
        {
            await alerts.EndAsync(db, number, command.By, now, cancellationToken);
            (await db.FindTicketAsync(number, cancellationToken))?.Acknowledge(command.By, now);
            db.AfterCommit(() => changed.Tell(number));
        }
        return numbers;
    }

    private static bool Concerns(Alert alert, AcknowledgeAlert command) =>
        command.Ticket is { } number ? alert.Ticket == number : alert.Recipients.Contains(command.By);
}
