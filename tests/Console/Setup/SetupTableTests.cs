using Bot.Console.Setup;
using Bot.Grids;
using Bot.Sheets;

namespace Tests.Console.Setup;

/// <summary>What a filled table makes of a community, and how it names what is wrong.</summary>
public sealed class SetupTableTests
{
    private static readonly CommunityDirectory Empty = new() { People = [new Person("管理员") { Role = PersonRoles.Admin }] };

    private static readonly CommunityDirectory Started = Empty with
    {
        Compounds = [new Compound("锦绣苑"), new Compound("福安巷") { Style = "doorplates" }],
        Grids = [new Grid("第一网格"), new Grid("第二网格")],
    };

    [Theory]
    [InlineData("buildings", "锦绣苑\t３6", "第 1 行：楼号“３6”不认识，是 36 吗？")]
    [InlineData("buildings", "锦绣苑\t三十六栋", "是 36栋 吗？")]
    [InlineData("buildings", "锦锈苑\t36", "第 1 行：小区“锦锈苑”不认识，是锦绣苑吗？")]
    [InlineData("buildings", "别的苑\t36", "小区“别的苑”不认识，请先在第1步加上")]
    [InlineData("buildings", "锦绣苑\t1\n\n锦绣苑\t1号楼", "第 3 行：“锦绣苑1号楼”第 1 行已经写过")]
    [InlineData("buildings", "锦绣苑\t1\t很多", "单元“很多”不认识")]
    [InlineData("buildings", "锦绣苑\t1\t2\t第1网格", "网格“第1网格”不认识，是第一网格吗？")]
    [InlineData("buildings", "锦绣苑\t9-3", "要从小到大")]
    [InlineData("buildings", "锦绣苑\t1\t\t\t微一", "微网格“微一”归哪个网格没有写")]
    [InlineData("grids", "一格\t陈\t陈", "网格长和替班都是陈")]
    [InlineData("grids", "一格\n一格", "第 2 行：网格“一格”第 1 行已经写过")]
    [InlineData("groups", "大群\t没有", "小区“没有”不认识")]
    [InlineData("people", "小王\t微网格元", "角色“微网格元”不认识，是微网格员吗？")]
    [InlineData("people", "小王\t网格员\t１３８00001111", "是 13800001111 吗？")]
    [InlineData("people", "小王\t网格员\t没有", "电话“没有”不像电话号码")]
    [InlineData("partners", "供电所\t机关", "类型“机关”不认识")]
    public void The_wrong_row_is_named(string key, string text, string expected)
    {
        SetupTable table = SetupTables.Find(key)!;
        SetupResult result = table.Apply(Started, SetupText.Rows(table, SheetReader.ReadText(text)));
        result.Problems.Select(problem => problem.ToString()).ShouldContain(problem => problem.Contains(expected), string.Join('\n', result.Problems));
    }

    [Fact]
    public void What_each_table_shows_it_takes_back()
    {
        CommunityDirectory sample = FirstCommunity.Sample();
        foreach (SetupTable table in SetupTables.All)
        {
            string text = SetupText.Write(table, table.Rows(sample));
            SetupResult result = table.Apply(sample, SetupText.Rows(table, SheetReader.ReadText(text)));
            result.Problems.ShouldBeEmpty(table.Title);
            DirectoryFile.Write(result.Directory).ShouldBe(DirectoryFile.Write(sample), table.Title);
        }
    }

    [Fact]
    public void The_examples_make_a_community_one_after_the_other()
    {
        CommunityDirectory directory = Empty;
        foreach (SetupTable table in SetupTables.All)
        {
            SetupResult result = table.Apply(directory, SetupText.Rows(table, SheetReader.ReadText(SetupText.Write(table, table.Example))));
            result.Problems.ShouldBeEmpty(table.Title);
            directory = result.Directory;
        }
        DirectoryRules.Errors(directory).ShouldBeEmpty();
        directory.LeadOf("东篱社区大群", "锦绣苑12号楼3单元")!.Title.ShouldBe("陈网格长");
        directory.ChargeOf("东篱社区大群", "锦绣苑13号楼").MicroGrid!.Lead.ShouldBe("汪小满");
        directory.Compounds[0].Units["13号楼"].ShouldBe(["东单元", "西单元"]);
    }

    [Fact]
    public void Forty_buildings_are_one_line()
    {
        SetupTable table = SetupTables.Find("buildings")!;
        CommunityDirectory made = table.Apply(Started, SetupText.Rows(table, SheetReader.ReadText("锦绣苑 1-40 3 第一网格"))).Directory;
        made.Compounds[0].Buildings.Count.ShouldBe(40);
        made.Grids[0].Places.Count.ShouldBe(40);
        DirectoryRules.Errors(made).ShouldBeEmpty();
    }

    [Fact]
    public void Columns_are_found_by_their_headings()
    {
        SetupTable table = SetupTables.Find("buildings")!;
        SetupText.Rows(table, SheetReader.ReadText("楼栋\t小区\n1\t锦绣苑")).ShouldHaveSingleItem().Values.ShouldBe(["锦绣苑", "1", "", "", "", ""]);
    }
}
