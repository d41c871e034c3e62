using Bot.Grids;
using Bot.Messaging;

namespace Bot.Answers;

/// <summary>What the group hears of a question handed to a person.</summary>
public sealed class HandOffReplies(CommunityDirectory directory, CommunityClock clock)
{
    private const int MostNumbers = 3;

    public string HandedOff(HandOff item, DateTimeOffset now) =>
        $"这个我没查到准确规定，不能乱说。{Passed(item, now)}";

    /// <summary>To one who goes on asking while a person is still to answer.</summary>
    public string Joined(HandOff item, DateTimeOffset now) => $"这个一起转给{Who(item)}了，{clock.Say(item.DueAt, now)}前回您（问{item.Number}号）。";

    /// <summary>Who answers, and by when.</summary>
    internal string Passed(HandOff item, DateTimeOffset now) => $"已转{Who(item)}，{clock.Say(item.DueAt, now)}前回您（问{item.Number}号）。";

    /// <summary>To one who wants a human.</summary>
    public string PersonCalled(HandOff item, DateTimeOffset now) => $"已转{Who(item)}，{clock.Say(item.DueAt, now)}前联系您（问{item.Number}号）。";

    /// <summary>A person's answer to the asker; quotes the question.</summary>
    public string Answered(HandOff item) => Answered([item]);

    /// <summary>The same to all who asked it in one group, as many by name as fit.</summary>
    public string Answered(IReadOnlyList<HandOff> items)
    {
        string rest = $"{items[0].Answer}（问{string.Join('、', items.Take(MostNumbers).Select(item => item.Number))}号{(items.Count > MostNumbers ? "等" : "")}，{Name(items[0].AnsweredBy)}答）";
        int room = AnswerReplies.Longest - SafeWords.Length(rest);
        string calls = "";
        foreach (string call in items.Select(item => SafeWords.Call(item.Asker)).Distinct())
        {
            if (SafeWords.Length(calls + call) <= room) { calls += call; }
        }
        return calls + rest;
    }

    private string Who(HandOff item)
    {
        string name = Name(item.Owner);
        bool isStaff = item.Owner is { } owner && directory.PersonNamed(owner)?.Role == PersonRoles.Staff;
        return isStaff && !name.StartsWith("社区", StringComparison.Ordinal) ? $"社区{name}" : name;
    }

    private string Name(string? person) =>
        SafeWords.Clean(person is null ? null : directory.TitleOf(person), 12) is { Length: > 0 } name ? name : "网格员";
}
