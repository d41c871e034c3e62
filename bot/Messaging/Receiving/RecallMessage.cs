using Bot.Messaging.Activities;
using Bot.Messaging.Conversations;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging.Receiving;

/// <summary>
/// A sender took a message back: its words are hidden for good, it is triaged no more, and whoever acted on it follows.
/// </summary>
internal sealed class RecallMessage(WriteQueue writes, Inbox inbox, Lazy<IEnumerable<IRecallWitness>> witnesses, TimeProvider clock)
{
    public Task<ReceptionOutcome> HandleAsync(string channel, Activity activity, CancellationToken cancellationToken) =>
        writes.RunAsync((db, token) => ApplyAsync(db, channel, activity, token), cancellationToken);

    private async Task<ReceptionOutcome> ApplyAsync(BotDbContext db, string channel, Activity activity, CancellationToken cancellationToken)
    {
        string? name = await db.Set<ConversationReference>().Where(known => known.Channel == channel && known.ExternalId == activity.Conversation!.Id)
            .Select(known => known.Name).FirstOrDefaultAsync(cancellationToken);
        if (name is null) { return ReceptionOutcome.Ignored; }
        Message? message = await db.Set<Message>()
            .FirstOrDefaultAsync(said => said.Channel == channel && said.Conversation == name && said.MessageId == activity.Id, cancellationToken);
        if (message is null)
        {
            // the recall overtook it: it takes the place, so that the message is not heard when it comes
            db.Add(Unheard(channel, name, activity.Id!));
            return ReceptionOutcome.Accepted;
        }
        if (message.RecalledAt is not null) { return ReceptionOutcome.Duplicate; }
        await HideAsync(db, message, cancellationToken);
        return ReceptionOutcome.Accepted;
    }

    private async Task HideAsync(BotDbContext db, Message message, CancellationToken cancellationToken)
    {
        (message.Text, message.Images, message.RecalledAt) = (Message.Hidden, [], clock.GetUtcNow());
        if (message.State is MessageState.Received or MessageState.SetAside)
        {
            message.State = MessageState.Ignored;
        }
        // what is not decided lies in the memory of triage
        db.AfterCommit(inbox.Reread);
        foreach (IRecallWitness witness in witnesses.Value) { await witness.RecalledAsync(db, message, cancellationToken); }
    }

    private Message Unheard(string channel, string conversation, string id) => new()
    {
        Channel = channel,
        Conversation = conversation,
        MessageId = id,
        Sender = "",
        Text = Message.Hidden,
        State = MessageState.Ignored,
        Time = clock.GetUtcNow(),
        RecalledAt = clock.GetUtcNow(),
    };
}
