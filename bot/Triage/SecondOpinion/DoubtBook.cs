using Bot.Ai;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Triage.SecondOpinion;

/// <summary>Notes what is to be asked, in the unit of work of the decision itself: a crash loses none and doubles none.</summary>
public sealed class DoubtBook(IOptions<AiOptions> ai, IOptions<SecondOpinionOptions> options, TimeProvider clock)
{
    public bool IsOn => ai.Value.IsOn && options.Value.Enabled;

    /// <summary>Set when something new is to be asked.</summary>
    internal Signal Noted { get; } = new();

    public async Task NoteAsync(BotDbContext db, BurstOutcome outcome, CancellationToken cancellationToken)
    {
        // what a chat record tells of is long over, and a person is looking at it right now
        if (!IsOn || outcome.WrittenLate is not null) { return; }
        DoubtfulMatter[] doubtful = [.. Doubtful.In(outcome.Verdicts, options.Value.AskBelow)];
        if (doubtful.Length == 0) { return; }
        int waiting = await db.Set<AskedOpinion>().CountAsync(opinion => opinion.State == OpinionState.Waiting, cancellationToken);
        foreach (DoubtfulMatter matter in doubtful.Take(Math.Max(0, options.Value.MostWaiting - waiting)))
        {
            db.Add(Row(matter.Opener.Seq, [.. matter.Parts.Select(part => part.Seq)], matter.Sort, matter.Kind));
        }
        db.AfterCommit(Noted.Set);
    }

    internal AskedOpinion Row(long seq, long[] parts, DoubtSort sort, Kind kind) => new()
    {
        MessageSeq = seq,
        Parts = parts,
        Doubt = sort,
        KindBefore = kind,
        NotedAt = clock.GetUtcNow(),
        NextAt = clock.GetUtcNow(),
    };
}
