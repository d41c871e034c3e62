using Bot.Grids;
using Bot.Messaging;

namespace Bot.Answers;

/// <summary>A person answers; the group hears it, quoting the question.</summary>
public sealed record AnswerHandOff(int Number, int Version, string By, string Answer);

public sealed class AnswerHandOffHandler(
    HandOffDesk desk, Outbox outbox, CommunityStore community, CommunityClock communityClock, TimeProvider clock)
{
    public Task<HandOffResult> HandleAsync(AnswerHandOff command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command.Number, command.Version, (db, item) =>
        {
            if (item.Reply(command.Answer, command.By, clock.GetUtcNow()) is { } refusal) { return refusal; }
            outbox.Say(db, new OutboxMessage
            {
                Key = $"answer:{item.Number}",
                Channel = item.Channel,
                Conversation = item.Conversation,
                Text = new HandOffReplies(community.Current, communityClock).Answered(item),
                ReplyTo = item.MessageId,
            });
            return null;
        }, cancellationToken);
}
