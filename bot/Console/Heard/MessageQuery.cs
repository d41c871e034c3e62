using Bot.Console.Parts;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Triage;
using Bot.Triage.Review;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Heard;

/// <summary>A message of a group with what is known of it; private talk is nobody's but theirs.</summary>
public sealed class MessageQuery(IDbContextFactory<BotDbContext> contexts, MessageExplainer explainer)
{
    public async Task<MessageModel?> LoadAsync(Scope scope, long seq, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        Message? message = await db.Set<Message>().AsNoTracking()
            .FirstOrDefaultAsync(message => message.Seq == seq && message.State != MessageState.Ignored, cancellationToken);
        if (message is null || PrivateLine.Is(message.Conversation)) { return null; }
        MessageDecision? decision = await db.Set<MessageDecision>().AsNoTracking()
            .FirstOrDefaultAsync(decision => decision.MessageSeq == seq, cancellationToken);
        List<MessageCorrection> corrections = await db.Set<MessageCorrection>().AsNoTracking()
            .Where(kept => kept.MessageSeq == seq).OrderByDescending(kept => kept.Id).ToListAsync(cancellationToken);
        SaidMessage said = SaidMessage.Of(message, await db.QuotesAsync(scope, [message], cancellationToken));
        MessageExplanation? why = explainer.Explain(message, said.Quote, decision?.Kind);
        return new MessageModel(seq, said, decision, why, corrections);
    }
}
