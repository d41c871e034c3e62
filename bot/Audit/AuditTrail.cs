using Bot.Storage;

namespace Bot.Audit;

/// <summary>Writes who did what, and who looked at personal details, in the same commit as the act.</summary>
public sealed class AuditTrail(WriteQueue writes, TimeProvider clock)
{
    /// <summary>Who acts at the command line of the machine.</summary>
    public const string CommandLine = "命令行";

    /// <summary>Adds a line to a unit of work.</summary>
    public Task AddAsync(BotDbContext db, AuditAct act, CancellationToken cancellationToken)
    {
        Actor? actor = db.Actor;
        if (actor is not null) { db.AfterCommit(() => actor.IsRecorded = true); }
        return AuditChain.AddAsync(db, clock.GetUtcNow(), act.Person ?? actor?.Person ?? "", act.Address ?? actor?.Address, act, cancellationToken);
    }

    /// <summary>Adds a line on its own, for what writes nothing else: a download, a look at a telephone number.</summary>
    public Task RecordAsync(AuditAct act, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, token) =>
        {
            Actor? actor = db.Actor;
            // the line itself is no act: nobody is to witness it again
            db.Actor = null;
            await AuditChain.AddAsync(db, clock.GetUtcNow(), act.Person ?? actor?.Person ?? "", act.Address ?? actor?.Address, act, token);
            if (actor is not null) { db.AfterCommit(() => actor.IsRecorded = true); }
        },
        cancellationToken);

    /// <summary>Empties the record together with the sample community it belongs to, and says so in its first new line.</summary>
    public static async Task ClearAsync(BotDbContext db, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await AuditChain.ClearAsync(db, cancellationToken);
        await AuditChain.AddAsync(db, at, db.Actor?.Person ?? "", db.Actor?.Address, new AuditAct(AuditChain.Cleared), cancellationToken);
    }

    /// <summary>A person changed something: one line for each note of the unit of work, or one for the act as a whole.</summary>
    internal async Task WitnessAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        if (db.Actor is not { Person.Length: > 0 } actor || actor.IsRecorded && db.Notes.Count == 0) { return; }
        IEnumerable<ActNote> notes = db.Notes.Count > 0 ? db.Notes.Distinct() : [new ActNote(null, null)];
        foreach (ActNote note in notes)
        {
            AuditAct act = new(actor.Act, note.Target ?? actor.Target, note.Detail);
            await AuditChain.AddAsync(db, clock.GetUtcNow(), actor.Person, actor.Address, act, cancellationToken);
        }
        db.AfterCommit(() => actor.IsRecorded = true);
    }
}
