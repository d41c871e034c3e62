using Bot.Grids;

namespace Bot.Answers;

/// <summary>The questions of a replay: in memory, numbered from 1.</summary>
public sealed class ReplayQuestionBook(CommunityDirectory directory, AnswerHours hours) : IQuestionBook
{
    private readonly List<HandOff> _items = [];

    public IReadOnlyList<HandOff> Items => _items;

    public ValueTask<HandOff> HandOffAsync(NewQuestion question, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        HandOff item = HandOffOpening.Open(_items.Count + 1, question, directory, hours, now);
        _items.Add(item);
        return ValueTask.FromResult(item);
    }

    public ValueTask<HandOff?> WaitingAsync(string group, string asker, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(_items.LastOrDefault(item => item.Group == group && item.Asker == asker && item.AskedAt >= since));

    public ValueTask KeepAsync(AskedQuestion asked, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}
