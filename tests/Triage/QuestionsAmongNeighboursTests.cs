using Bot.Grids;
using Bot.Messaging;
using Bot.Triage;
using Tests.Evaluation;

namespace Tests.Triage;

/// <summary>Who is asked: those who know the rules get an answer from the bot, neighbours answer each other.</summary>
public sealed class QuestionsAmongNeighboursTests
{
    private const string Group = "一网格群";
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("谁家有梯子借一下")]
    [InlineData("今晚有人打牌吗")]
    [InlineData("这菜多少钱一斤")]
    [InlineData("你家孩子几年级")]
    [InlineData("@王姐 你到哪了")]
    [InlineData("我的快递谁帮拿了")]
    [InlineData("团长 车厘子还能加单吗")]
    [InlineData("楼上的 你家狗叫啥名字")]
    public async Task Neighbours_are_left_to_each_other(string words)
    {
        Decision decision = (await RunAsync(("小林", words))).ShouldHaveSingleItem();
        (decision.Reply, decision.Ticket).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("请问社区食堂几点开饭")]
    [InlineData("谁知道医保卡丢了去哪补")]
    [InlineData("有人知道疫苗几点开始打吗")]
    [InlineData("老年大学报名截止了吗")]
    [InlineData("@网格小助手 谁家有梯子借一下")]
    [InlineData("社区那个便民角能借梯子吗")]
    public async Task Rules_services_and_the_bot_by_name_get_a_word(string words) =>
        (await RunAsync(("小林", words))).ShouldHaveSingleItem().Reply.ShouldNotBeNull();

    [Fact]
    public async Task A_neighbours_answer_within_the_burst_changes_nothing_and_is_no_question()
    {
        IReadOnlyList<Decision> decisions = await RunAsync(("小林", "新生儿医保怎么上 要几个月内办"), ("老周", "我去年是带出生证去办的 好像三个月里头"));
        decisions[0].Reply.ShouldNotBeNull();
        decisions[1].Reply.ShouldBeNull();
    }

    [Fact]
    public async Task What_begins_with_a_choice_of_a_poll_is_a_vote_and_not_the_matter_it_gives_as_a_reason()
    {
        IReadOnlyList<Decision> decisions = await RunAsync(
            ("网格员小孟", "【投票】空地做什么：停车位、小花园，选哪个请直接回"), ("老周", "停车位 黑了回来转三圈没个缝"));
        (decisions[1].Ticket, decisions[1].Reply).ShouldBe((null, null));
    }

    private static Task<IReadOnlyList<Decision>> RunAsync(params (string Sender, string Text)[] said) => Replaying.RunAsync(
        new CommunityDirectory { Groups = new Dictionary<string, string?> { [Group] = "锦绣苑" }, Compounds = [new Compound("锦绣苑")] },
        said.Select((each, index) => new ChatMessage($"m{index}", Group, Start.AddSeconds(20 * index), each.Sender, each.Text,
            each.Sender.StartsWith("网格员", StringComparison.Ordinal) ? SenderRole.Grid : SenderRole.Resident)));
}
