using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging.Receiving;

/// <summary>
/// What waits to be said neither quotes a message that was taken back nor repeats its words. Anybody may say what the bot says, and take it back:
/// only an answer to the message is withdrawn; elsewhere a quote of its sender is hidden, and the rest is said.
/// </summary>
internal sealed class RecalledWords : IRecallWitness
{
    public async Task RecalledAsync(BotDbContext db, Message message, string words, CancellationToken cancellationToken)
    {
        (string plain, string clean) = (Start(words.Trim()), Start(SafeWords.Clean(words, int.MaxValue)));
        List<OutboxMessage> rows = await Unsaid(db)
            .Where(row => ((row.Channel == message.Channel && row.Conversation == message.Conversation && row.ReplyTo == message.MessageId)
                    || (row.NoticeRun == null && !row.Always && !row.Key.StartsWith("consent:")
                        && ((plain != "" && row.Text.Contains(plain)) || (clean != "" && row.Text.Contains(clean))))))
            .AsTracking().ToListAsync(cancellationToken);
        HashSet<string> answers = [$"reply:{message.Seq}", $"review:{message.Seq}", $"private:{message.Seq}", .. rows.Where(row => Quotes(row, message)).Select(row => row.Key)];
        foreach (OutboxMessage row in rows)
        {
            if (Quotes(row, message)) { row.ReplyTo = null; }
            if (row.NoticeRun is not null || row.Always) { continue; }
            if (answers.Contains(row.Key.Split('#')[0])) { Withdraw(row, words); }
            else { row.Text = QuotedWords.WithoutQuotes(row.Text, words, message.Sender) ?? row.Text; }
        }
    }

    // one state after the other: each has an index of its own, and what was said is never looked through
    private static IQueryable<OutboxMessage> Unsaid(BotDbContext db) => db.Set<OutboxMessage>().Where(row => row.State == OutboxState.Queued)
        .Concat(db.Set<OutboxMessage>().Where(row => row.State == OutboxState.Draft)).Concat(db.Set<OutboxMessage>().Where(row => row.State == OutboxState.Muted));

    private static bool Quotes(OutboxMessage row, Message message) => (row.Channel, row.Conversation, row.ReplyTo) == (message.Channel, message.Conversation, message.MessageId);

    private static void Withdraw(OutboxMessage row, string words)
    {
        if (QuotedWords.Without(row.Text, words) is not { } without) { return; }
        // whoever is called alone is still called
        row.Text = without;
        if (!PrivateLine.Is(row.Conversation)) { row.State = OutboxState.Withdrawn; }
    }

    private static string Start(string words) => words.Length <= QuotedWords.Shortest ? words : words[..QuotedWords.Shortest];
}
