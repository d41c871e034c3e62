using Bot.Grids;
using Bot.Triage;
using Tests.Evaluation;

namespace Tests.Triage;

/// <summary>A matter without a place: asked once, and the answer is part of the same report.</summary>
public sealed class PlaceAnswerTests
{
    private const string Group = "锦绣苑一网格群";
    private const string Single = "独栋公寓群";
    private const string Question = "请问是几号楼几单元？";
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(8));

    private static readonly CommunityDirectory Directory = new()
    {
        Groups = new Dictionary<string, string?> { [Group] = "锦绣苑", [Single] = "独栋公寓" },
        Compounds = [new Compound("锦绣苑"), new Compound("独栋公寓") { Buildings = ["1号楼"] }],
    };

    [Fact]
    public async Task A_matter_without_place_is_asked_for_it_with_the_receipt()
    {
        IReadOnlyList<Decision> decisions = await RunAsync((0, "小林", "电梯又坏了，门都关不上"));
        decisions[0].Reply.ShouldNotBeNull().ShouldContain(Question);
        decisions[0].Location.ShouldBeNull();
    }

    [Theory]
    [InlineData("3号楼", "3号楼")]
    [InlineData("三栋二单元", "3号楼2单元")]
    [InlineData("是3号楼2单元的", "3号楼2单元")]
    [InlineData("我家在3号楼2单元", "3号楼2单元")]
    [InlineData("「网格小助手：@小林 记下了：电梯故障（1号）。请问是几号楼几单元？」\n3号楼2单元", "3号楼2单元")]
    public async Task The_answer_joins_the_report_in_silence(string words, string place)
    {
        IReadOnlyList<Decision> decisions = await RunAsync((0, "小林", "电梯又坏了，门都关不上"), (600, "小林", words), (700, "小林", "[图片]"));
        (decisions[1].Ticket, decisions[1].Opened, decisions[1].Reply, decisions[1].Location).ShouldBe(("1", false, null, place));
        (decisions[2].Ticket, decisions[2].Location).ShouldBe(("1", place));
    }

    [Theory]
    [InlineData("3号楼2单元")]
    [InlineData("「网格小助手：@小林 记下了：电梯故障（1号）。请问是几号楼几单元？」\n3号楼2单元")]
    public async Task No_neighbour_answers_for_them(string words)
    {
        IReadOnlyList<Decision> decisions = await RunAsync((0, "小林", "电梯又坏了，门都关不上"), (100, "3-2-501老周", words), (160, "小林", "[图片]"));
        (decisions[2].Ticket, decisions[2].Location).ShouldBe(("1", null));
    }

    [Fact]
    public async Task After_half_an_hour_a_bare_place_answers_nothing() =>
        (await RunAsync((0, "小林", "电梯又坏了，门都关不上"), (1900, "小林", "3号楼")))[1].Location.ShouldBeNull();

    [Theory]
    [InlineData("不对 是7单元", "3号楼7单元")]
    [InlineData("说错了 是5栋不是3栋", "5号楼2单元")]
    public async Task A_correction_changes_only_what_it_names(string words, string place)
    {
        IReadOnlyList<Decision> decisions = await RunAsync((0, "小林", "3号楼2单元电梯又坏了，门都关不上"), (120, "小林", words), (170, "小林", "[图片]"));
        (decisions[1].Ticket, decisions[1].Location).ShouldBe(("1", place));
        decisions[2].Location.ShouldBe(place);
    }

    [Fact]
    public async Task A_group_of_one_building_is_not_asked()
    {
        IReadOnlyList<Decision> decisions = await RunAsync(Single, (0, "小林", "电梯又坏了，门都关不上"));
        decisions[0].Reply.ShouldNotBeNull().ShouldNotContain("请问");
    }

    private static Task<IReadOnlyList<Decision>> RunAsync(params (int Seconds, string Sender, string Text)[] said) => RunAsync(Group, said);

    private static Task<IReadOnlyList<Decision>> RunAsync(string group, params (int Seconds, string Sender, string Text)[] said) => Replaying.RunAsync(
        Directory, said.Select((each, index) => new ChatMessage($"m{index}", group, Start.AddSeconds(each.Seconds), each.Sender, each.Text)));
}
