using Bot.Grids;

namespace Bot.Answers;

/// <summary>The questions of a replay: in memory, numbered from 1.</summary>
public sealed class ReplayQuestionBook(CommunityDirectory directory, AnswerHours hours) : IQuestionBook
{
    private readonly List<HandOff> _items = [];
    private readonly List<AskedQuestion> _asked = [];

    public IReadOnlyList<HandOff> Items => _items;

    public ValueTask<HandOff> HandOffAsync(NewQuestion question, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        HandOff item = HandOffOpening.Open(_items.Count + 1, question, directory, hours, now);
        _items.Add(item);
        return ValueTask.FromResult(item);
    }

    public ValueTask<HandOff?> JoinAsync(int number, NewQuestion question, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        HandOff? item = _items.Find(other => other.Number == number);
        if (item?.Takes(question, now) != true) { return ValueTask.FromResult<HandOff?>(null); }
        item.Add(question.Question);
        return ValueTask.FromResult<HandOff?>(item);
    }

    public ValueTask<HandOff?> WaitingAsync(string group, string asker, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(_items.LastOrDefault(item => item.Group == group && item.Asker == asker && item.AskedAt >= since));

    public ValueTask KeepAsync(AskedQuestion asked, CancellationToken cancellationToken = default)
    {
        _asked.Add(asked);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<AskedQuestion>> LatelyAsync(string group, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<AskedQuestion>>(
            [.. Enumerable.Reverse(_asked).TakeWhile(asked => asked.AskedAt >= since).Where(asked => asked.Group == group).Take(FollowUps.MostLooked)]);
}
