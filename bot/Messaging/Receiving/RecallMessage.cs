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
    /// <param name="channel">Name of the channel.</param>
    /// <param name="activity">Of the message that was taken back or changed.</param>
    /// <param name="keep">Id of the wording that stands from now on; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ReceptionOutcome> HandleAsync(string channel, Activity activity, string? keep, CancellationToken cancellationToken) =>
        writes.RunAsync((db, token) => ApplyAsync(db, channel, activity, keep, token), cancellationToken);

    private async Task<ReceptionOutcome> ApplyAsync(BotDbContext db, string channel, Activity activity, string? keep, CancellationToken cancellationToken)
    {
        string id = activity.Id!;
        ConversationReference? known = await db.Set<ConversationReference>()
            .FirstOrDefaultAsync(known => known.Channel == channel && known.ExternalId == activity.Conversation!.Id, cancellationToken);
        if (known is null) { return ReceptionOutcome.Ignored; }
        List<Message> wordings = await WordingsAsync(db, known, id, cancellationToken);
        bool overtook = wordings.TrueForAll(message => message.MessageId != id);
        // it takes the place, so that the message is not heard when it comes
        if (overtook) { db.Add(Unheard(channel, known.Name, id)); }
        Message[] standing = [.. wordings.Where(message => message.RecalledAt is null && message.MessageId != keep)];
        foreach (Message message in standing) { await HideAsync(db, message, cancellationToken); }
        return overtook || standing.Length > 0 ? ReceptionOutcome.Accepted : ReceptionOutcome.Duplicate;
    }

    // what was heard before a person said which group it is lies under the name the conversation had then
    private static async Task<List<Message>> WordingsAsync(BotDbContext db, ConversationReference known, string id, CancellationToken cancellationToken)
    {
        (string after, string before) = MessageVersions.Range(id);
        List<FormerName> names = await db.Set<FormerName>().AsNoTracking().Where(former => former.Conversation == known.Id).ToListAsync(cancellationToken);
        names.Add(new FormerName { Name = known.Name, Until = DateTimeOffset.MaxValue });
        List<Message> wordings = [];
        foreach (FormerName name in names)
        {
            IQueryable<Message> heard = db.Set<Message>().Where(message => message.Channel == known.Channel && message.Conversation == name.Name);
            wordings.AddRange(await heard.Where(message => message.MessageId == id).ToListAsync(cancellationToken));
            wordings.AddRange(await heard.Where(message => string.Compare(message.MessageId, after) > 0 && string.Compare(message.MessageId, before) < 0).ToListAsync(cancellationToken));
            wordings.RemoveAll(message => message.Conversation == name.Name && (message.Time > name.Until || !MessageVersions.IsOf(id, message.MessageId)));
        }
        return [.. wordings.Distinct()];
    }

    private async Task HideAsync(BotDbContext db, Message message, CancellationToken cancellationToken)
    {
        string words = message.Text;
        bool undecided = message.State is MessageState.Received or MessageState.SetAside;
        (message.Text, message.Images, message.RecalledAt) = (Message.Hidden, [], clock.GetUtcNow());
        if (undecided) { message.State = MessageState.Ignored; }
        // anybody may write and take back all day, and the memory of triage is everybody's: only what staff announce is worth building it anew
        db.AfterCommit(message.Role is SenderRole.Resident or SenderRole.Bot ? () => inbox.Forget(message) : inbox.Reread);
        foreach (IRecallWitness witness in witnesses.Value) { await witness.RecalledAsync(db, message, words, cancellationToken); }
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
