using Bot.Messaging;
using Bot.Messaging.Receiving;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage.SecondOpinion;

/// <summary>Of words that were taken back the model is not asked, and what it said of them is gone.</summary>
internal sealed class RecalledOpinions : IRecallWitness
{
    public async Task RecalledAsync(BotDbContext db, Message message, string words, CancellationToken cancellationToken)
    {
        foreach (AskedOpinion asked in await db.Set<AskedOpinion>().FromSql(
            $"SELECT * FROM second_opinions WHERE MessageSeq = {message.Seq} OR EXISTS (SELECT 1 FROM json_each(Parts) part WHERE part.value = {message.Seq})")
            .AsTracking().ToListAsync(cancellationToken))
        {
            asked.Reason = null;
            if (asked.State == OpinionState.Waiting) { asked.State = OpinionState.GivenUp; }
        }
    }
}
