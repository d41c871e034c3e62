using Bot.Triage;
using Tests.Evaluation;

namespace Tests.Triage;

/// <summary>A row may use only messages up to the close of its own burst, at most three minutes after it.</summary>
public sealed class HindsightTests
{
    private static readonly TimeSpan LongestBurst = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData("sample", 1)]
    [InlineData("north", 3)]
    [InlineData("jiangnan", 3)]
    [InlineData("southwest", 3)]
    [InlineData("hunan", 3)]
    [InlineData("northwest", 3)]
    public async Task What_comes_later_changes_no_earlier_row(string log, int step)
    {
        GoldLog gold = GoldLog.Load(log);
        IReadOnlyList<ChatMessage> messages = gold.Messages;
        IReadOnlyList<Decision> whole = await Replaying.RunAsync(gold.Directory, messages);

        for (int length = 1; length < messages.Count; length += step)
        {
            IReadOnlyList<Decision> part = await Replaying.RunAsync(gold.Directory, messages.Take(length));
            int final = messages.Take(length).Count(message => message.Time + LongestBurst < messages[length - 1].Time);
            part.Take(final).ShouldBe(whole.Take(final), $"the first {length} messages");
        }
    }
}
