using Bot.Answers.Library;
using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;

namespace Bot.Answers;

/// <summary>A person answers; the groups hear it, quoting the question, each group once.</summary>
/// <param name="KeepAs">写进知识库: the question under which the answer answers the next time; null to keep nothing.</param>
/// <param name="Also">Other questions of the matter that it answers too.</param>
/// <param name="Apart">Questions that turn out to ask something else, each a matter of its own from now on.</param>
public sealed record AnswerHandOff(
    int Number, int Version, string By, string Answer, string? KeepAs = null, IReadOnlyList<SeenQuestion>? Also = null, IReadOnlyList<int>? Apart = null);

public sealed class AnswerHandOffHandler(
    HandOffDesk desk, Outbox outbox, CommunityStore community, CommunityClock communityClock, Shelf shelf, TimeProvider clock)
{
    public async Task<HandOffResult> HandleAsync(AnswerHandOff command, CancellationToken cancellationToken)
    {
        string? kept = null;
        HandOffResult result = await desk.DecideAsync([new SeenQuestion(command.Number, command.Version), .. command.Also ?? []], (db, items) =>
        {
            DateTimeOffset now = clock.GetUtcNow();
            if (items[0].Reply(command.Answer, command.By, now) is { } refusal) { return refusal; }
            HandOff[] answered = [items[0], .. items.Skip(1).Where(item => item.Reply(command.Answer, command.By, now) is null)];
            foreach (IGrouping<(string, string), HandOff> asked in answered.GroupBy(item => (item.Channel, item.Conversation))) { Say(db, [.. asked]); }
            kept = command.KeepAs is { } question ? Keep(db, answered, question, now) : null;
            return null;
        }, cancellationToken);
        foreach (int number in result.IsDone ? command.Apart ?? [] : []) { await desk.DecideAsync(number, Part, cancellationToken); }
        if (result.IsDone && kept is not null) { await shelf.SyncAsync([kept], CancellationToken.None); }
        return result;
    }

    private static string? Part(HandOff item)
    {
        item.Matter = item.Number;
        return null;
    }

    private void Say(BotDbContext db, IReadOnlyList<HandOff> asked) => outbox.Say(db, new OutboxMessage
    {
        Key = $"answer:{asked[0].Number}",
        Channel = asked[0].Channel,
        Conversation = asked[0].Conversation,
        Text = new HandOffReplies(community.Current, communityClock).Answered(asked),
        ReplyTo = asked[0].MessageId,
    });

    private string Keep(BotDbContext db, HandOff[] answered, string question, DateTimeOffset now)
    {
        ShelfDocument kept = StandardAnswer.Row(answered, question, community.Current.Community, DateOnly.FromDateTime(communityClock.Local(now)), answered[0].AnsweredBy!, now);
        db.Add(kept);
        return kept.Name;
    }
}
