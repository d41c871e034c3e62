using Bot.Messaging;
using Bot.Messaging.Receiving;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers;

/// <summary>A question that its asker took back is hidden, and nobody need answer it any more.</summary>
internal sealed class RecalledQuestions(HandOffsChanged changed, TimeProvider clock) : IRecallWitness
{
    private const string Reason = "问的人撤回了";
    private const string Machine = "机器人";

    public async Task RecalledAsync(BotDbContext db, Message message, string words, CancellationToken cancellationToken)
    {
        foreach (AskedQuestion asked in await db.Set<AskedQuestion>().AsTracking()
            .Where(asked => asked.Channel == message.Channel && asked.Conversation == message.Conversation && asked.MessageId == message.MessageId).ToListAsync(cancellationToken))
        {
            asked.Question = Message.Hidden;
        }
        foreach (HandOff handOff in await db.Set<HandOff>().AsTracking()
            .Where(one => one.Channel == message.Channel && one.Conversation == message.Conversation && (one.MessageId == message.MessageId || (one.Added != null && one.Asker == message.Sender)))
            .ToListAsync(cancellationToken))
        {
            if (handOff.MessageId == message.MessageId)
            {
                handOff.Question = Message.Hidden;
                handOff.Dismiss(Reason, Machine, clock.GetUtcNow());
            }
            else if (!handOff.Forget(words)) { continue; }
            db.AfterCommit(() => changed.Tell(handOff.Number));
        }
    }
}
