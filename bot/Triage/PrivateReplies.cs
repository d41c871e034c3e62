using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage;

/// <summary>Words on a private line: 知道了 ends a person's emergency calls, everything else gets one short note.</summary>
public sealed class PrivateReplies(WriteQueue writes, Outbox outbox, AcknowledgeAlertHandler acknowledge)
{
    public Task TakeAsync(Message message, CancellationToken cancellationToken) =>
        writes.RunAsync((db, token) => TakeAsync(db, message, token), cancellationToken);

    private async Task TakeAsync(BotDbContext db, Message message, CancellationToken cancellationToken)
    {
        string person = PrivateLine.PersonOf(message.Conversation)!;
        IReadOnlyList<int> ended = AlertCalls.IsAcknowledgement(message.Text)
            ? await acknowledge.EndAsync(db, new AcknowledgeAlert(person), cancellationToken)
            : [];
        outbox.Say(db, new OutboxMessage
        {
            Key = $"private:{message.Seq}",
            Channel = message.Channel,
            Conversation = message.Conversation,
            ReplyTo = message.MessageId,
            Text = ended.Count > 0
                ? $"好，{string.Join("、", ended.Select(number => $"{number}号"))}不再催您。处理情况请记到后台。"
                : "这里只发提醒。紧急提醒回“知道了”就不再催；处理情况请记到后台。",
        });
        await db.Set<Message>().Where(stored => stored.Seq == message.Seq)
            .ExecuteUpdateAsync(set => set.SetProperty(stored => stored.State, MessageState.Ignored), cancellationToken);
    }
}
