using Bot.Grids;
using Bot.Triage;
using Tests.Evaluation;

namespace Tests.Triage;

/// <summary>转人工 in a group: a named person by a promised time, once.</summary>
public sealed class CallTests
{
    private const string Group = "锦绣苑一网格群";
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(8));

    private static readonly CommunityDirectory Directory = new()
    {
        Groups = new Dictionary<string, string?> { [Group] = "锦绣苑" },
        Compounds = [new Compound("锦绣苑")],
        Grids = [new Grid("一网格") { Groups = [Group], Lead = "陈建国" }],
        People = [new Person("陈建国") { Role = PersonRoles.Grid, Title = "陈网格长" }, new Person("李芳") { Role = PersonRoles.Staff, Title = "李老师" }],
    };

    [Theory]
    [InlineData("转人工")]
    [InlineData("@网格小助手 叫个人来")]
    [InlineData("能不能让网格员联系我")]
    public async Task Whoever_looks_after_the_group_is_named_with_a_time(string words) =>
        (await RepliesAsync((0, "小林", words))).ShouldBe(["已转陈网格长，今天下午2点前联系您（问1号）。"]);

    [Fact]
    public async Task A_burst_is_told_once_and_a_repetition_gets_the_same_number() =>
        (await RepliesAsync((0, "小林", "在吗"), (10, "小林", "转人工"), (20, "小林", "找真人！"), (600, "小林", "转人工")))
            .ShouldBe([null, null, "已转陈网格长，今天下午2点前联系您（问1号）。", "已转陈网格长，今天下午2点前联系您（问1号）。"]);

    [Fact]
    public async Task A_question_beside_it_goes_to_the_same_person() =>
        (await RepliesAsync((0, "小林", "请问医保异地报销怎么办理"), (15, "小林", "转人工"))).ShouldBe([null, "已转陈网格长，今天下午2点前联系您（问1号）。"]);

    [Fact]
    public async Task In_the_burst_of_a_report_the_receipt_names_the_person()
    {
        IReadOnlyList<Decision> decisions = await RunAsync((0, "小林", "3号楼电梯又坏了，门都关不上"), (15, "小林", "转人工"));
        decisions.Select(decision => decision.Ticket).ShouldBe(["1", "1"]);
        decisions[0].Reply.ShouldNotBeNull().ShouldContain("陈网格长");
        decisions[1].Reply.ShouldBeNull();
    }

    [Fact]
    public async Task After_a_report_its_owner_is_named_with_its_number()
    {
        IReadOnlyList<Decision> decisions = await RunAsync((0, "小林", "3号楼电梯又坏了，门都关不上"), (300, "小林", "能不能让网格员联系我"));
        (decisions[1].Kind, decisions[1].Ticket, decisions[1].Reply).ShouldBe(("followup", "1", "【1号】已转陈网格长，明天上午10点前联系您。"));
    }

    [Fact]
    public async Task Talk_of_it_is_silent() =>
        (await RepliesAsync((0, "小林", "上次转人工等了半天"), (100, "老周", "我昨晚转人工也排了好久 哈哈"))).ShouldBe([null, null]);

    private static async Task<IEnumerable<string?>> RepliesAsync(params (int Seconds, string Sender, string Text)[] said) =>
        (await RunAsync(said)).Select(decision => decision.Reply);

    private static Task<IReadOnlyList<Decision>> RunAsync(params (int Seconds, string Sender, string Text)[] said) => Replaying.RunAsync(
        Directory, said.Select((each, index) => new ChatMessage($"m{index}", Group, Start.AddSeconds(each.Seconds), each.Sender, each.Text)));
}
