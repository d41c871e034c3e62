using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging.Receiving;

/// <summary>What waits to be said neither quotes a message that was taken back nor repeats its words.</summary>
internal sealed class RecalledWords : IRecallWitness
{
    private static readonly OutboxState[] Unsaid = [OutboxState.Queued, OutboxState.Draft, OutboxState.Muted];

    public async Task RecalledAsync(BotDbContext db, Message message, string words, CancellationToken cancellationToken)
    {
        (string plain, string clean) = (Start(words.Trim()), Start(SafeWords.Clean(words, int.MaxValue)));
        foreach (OutboxMessage row in await db.Set<OutboxMessage>().AsTracking()
            .Where(row => Unsaid.Contains(row.State)
                && ((row.Channel == message.Channel && row.Conversation == message.Conversation && row.ReplyTo == message.MessageId)
                    || (plain != "" && row.Text.Contains(plain)) || (clean != "" && row.Text.Contains(clean))))
            .ToListAsync(cancellationToken))
        {
            if ((row.Channel, row.Conversation, row.ReplyTo) == (message.Channel, message.Conversation, message.MessageId)) { row.ReplyTo = null; }
            if (QuotedWords.Without(row.Text, words) is not { } without) { continue; }
            // whoever is called alone is still called
            row.Text = without;
            if (!PrivateLine.Is(row.Conversation)) { row.State = OutboxState.Withdrawn; }
        }
    }

    private static string Start(string words) => words.Length <= QuotedWords.Shortest ? words : words[..QuotedWords.Shortest];
}
