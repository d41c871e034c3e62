using Bot.Answers.Library;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Knowledge;

namespace Bot.Answers;

/// <summary>A person answers; the group hears it, quoting the question.</summary>
/// <param name="KeepAs">写进知识库: the question under which the answer answers the next time; null to keep nothing.</param>
public sealed record AnswerHandOff(int Number, int Version, string By, string Answer, string? KeepAs = null);

public sealed class AnswerHandOffHandler(
    HandOffDesk desk, Outbox outbox, CommunityStore community, CommunityClock communityClock, Shelf shelf, TimeProvider clock)
{
    public async Task<HandOffResult> HandleAsync(AnswerHandOff command, CancellationToken cancellationToken)
    {
        string? kept = null;
        HandOffResult result = await desk.DecideAsync(command.Number, command.Version, (db, item) =>
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
            kept = command.KeepAs is { } question ? Keep(db, item, question) : null;
            return null;
        }, cancellationToken);
        if (result.IsDone && kept is not null) { await shelf.SyncAsync([kept], CancellationToken.None); }
        return result;
    }

    private string Keep(BotDbContext db, HandOff item, string question)
    {
        Document document = StandardAnswer.Of(
            item, question, community.Current.Community, DateOnly.FromDateTime(communityClock.Local(clock.GetUtcNow())));
        db.Add(ShelfDocument.Of(document, ShelfOrigin.Answer, ShelfState.Active, item.AnsweredBy!, clock.GetUtcNow()));
        return document.Name;
    }
}
