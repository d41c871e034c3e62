using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Figures;

/// <summary>提上议事会: the matter of this ticket's chain is to be talked over.</summary>
public sealed record PutOnAgenda(int Ticket, string Note, Scope By);

public sealed class PutOnAgendaHandler(WriteQueue queue, TimeProvider clock)
{
    private const int NoteLength = 200;

    public Task<FigureResult> HandleAsync(PutOnAgenda command, CancellationToken cancellationToken) => queue.RunAsync(
        async (db, token) =>
        {
            string note = command.Note.Trim();
            if (note.Length is 0 or > NoteLength) { return new FigureResult($"请写一句要议什么，{NoteLength}字以内"); }
            Ticket? ticket = await db.Set<Ticket>().Within(command.By).FirstOrDefaultAsync(one => one.Number == command.Ticket, token);
            if (ticket?.Location is not { } place) { return new FigureResult($"{command.Ticket}号没有地点，或者不在您这里"); }
            if (await db.Set<AgendaItem>().AnyAsync(item => item.Place == place && item.Topic == ticket.Topic && item.Group == ticket.Group && item.Outcome == null, token))
            {
                return new FigureResult("这件事已经在议事会上，还没写结果");
            }
            db.Add(new AgendaItem
            {
                Ticket = ticket.Number,
                Group = ticket.Group,
                Place = place,
                Topic = ticket.Topic,
                Note = note,
                By = command.By.Person,
                At = clock.GetUtcNow(),
            });
            return FigureResult.Done;
        },
        cancellationToken);
}
