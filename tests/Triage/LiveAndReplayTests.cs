using Bot.Grids;
using Bot.Triage;
using Bot.Triage.Learning.Regression;
using Tests.Evaluation;

namespace Tests.Triage;

/// <summary>The running program decides as <c>triage</c> does, whatever it had to forget in between.</summary>
public sealed class LiveAndReplayTests
{
    [Theory]
    [InlineData("sample")]
    [InlineData("jiangnan")]
    public async Task A_log_comes_to_the_same_live_as_in_a_replay(string log) =>
        await CompareAsync(log, (_, _) => Task.CompletedTask);

    [Theory]
    [InlineData("sample")]
    [InlineData("north")]
    [InlineData("southwest")]
    public async Task Triage_can_forget_everything_before_any_message(string log) =>
        await CompareAsync(log, (live, _) => live.ForgetAsync());

    [Theory]
    [InlineData("sample")]
    [InlineData("hunan")]
    public async Task A_restart_inside_a_burst_and_one_after_an_emergency_change_nothing(string log)
    {
        GoldLog gold = GoldLog.Load(log);
        GoldRow[] rows = [.. gold.Rows];
        int fragment = Array.FindIndex(rows, row => rows.Any(before => before.Sender == row.Sender && before.Id != row.Id
            && row.Time >= before.Time && row.Time - before.Time < TimeSpan.FromSeconds(45)));
        int emergency = Array.FindLastIndex(rows, row => row.Kind == "emergency") + 1;
        HashSet<string> restarts = [rows[fragment].Id, rows[Math.Min(emergency, rows.Length - 1)].Id];

        await CompareAsync(log, (live, message) => restarts.Contains(message.Id) ? live.RestartAsync() : Task.CompletedTask);
    }

    private static async Task CompareAsync(string log, Func<LiveLog, ChatMessage, Task> before)
    {
        GoldLog gold = GoldLog.Load(log);
        CommunityDirectory directory = WithSpeakers(gold);
        IReadOnlyList<Decision> replayed = await Replaying.RunAsync(directory, gold.Messages);

        await using LiveLog live = new(directory, gold.Rows[0].Time.AddMinutes(-5));
        await live.StartAsync();
        foreach (ChatMessage message in gold.Messages)
        {
            await before(live, message);
            await live.SayAsync(message);
        }

        IReadOnlyList<Decision> lived = await live.FinishAsync();
        lived.Select(row => row.Id).ShouldBe(replayed.Select(row => row.Id));
        string differences = string.Join('\n', lived.Zip(replayed).Where(pair => pair.First != pair.Second)
            .Select(pair => $"live {pair.First}\n    replayed {pair.Second}"));
        differences.ShouldBeEmpty();
    }

    // The simulated chat takes a speaker's role from the directory, a log from its rows: give both the same
    private static CommunityDirectory WithSpeakers(GoldLog gold) => gold.Directory with
    {
        People =
        [
            .. gold.Rows.GroupBy(row => row.Sender).Select(said => new Person(said.Key)
            {
                Role = said.First().Role ?? PersonRoles.Resident,
                Groups = [.. said.Select(row => row.Group).Distinct()],
            }),
            new Person("管理员") { Role = PersonRoles.Admin },
        ],
    };
}
