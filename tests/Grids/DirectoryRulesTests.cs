using Bot.Grids;
using Tests.Support;

namespace Tests.Grids;

public sealed class DirectoryRulesTests
{
    [Theory]
    [InlineData("""{"groups":{"一群":"甲苑"}}""", "groups 里的群「一群」：小区「甲苑」不在 compounds 里")]
    [InlineData("""{"groups":{"":null}}""", "groups 里的群「」：名字是空的")]
    [InlineData("""{"compounds":[{"name":"甲苑"},{"name":"乙苑","alias":["甲苑"]}]}""", "compounds 第 2 个「乙苑」：名字或别名「甲苑」已经用过")]
    [InlineData("""{"compounds":[{"name":"甲苑","style":"towers"}]}""", "style 写的是「towers」，只能是 buildings 或 doorplates")]
    [InlineData("""{"compounds":[{"name":"甲苑","buildings":["３６"]}]}""", "楼栋「３６」不认识，是「36号楼」吗？")]
    [InlineData("""{"compounds":[{"name":"甲苑","buildings":["5栋"]}]}""", "楼栋「5栋」不认识，是「5号楼」吗？")]
    [InlineData("""{"compounds":[{"name":"甲苑","buildings":["5号楼","5号楼"]}]}""", "楼栋「5号楼」写了两次")]
    [InlineData("""{"grids":[{"name":"一格","groups":["无"]}]}""", "grids 第 1 个「一格」：群「无」不在 groups 里")]
    [InlineData("""{"grids":[{"name":"一格","lead":"张三"}]}""", "grids 第 1 个「一格」：「张三」不在 people 里")]
    [InlineData("""{"grids":[{"name":"一格","lead":"张三"}],"people":[{"name":"张三"}]}""", "「张三」是居民，不能当网格长或后备")]
    [InlineData("""{"grids":[{"name":"一格","lead":"张三","backup":"张三"}],"people":[{"name":"张三","role":"grid"}]}""", "网格长和后备是同一个人")]
    [InlineData("""{"people":[{"name":"张三","role":"boss"}]}""", "people 第 1 人「张三」：role 写的是「boss」，只能是 resident、lead、grid、micro、property、staff、admin、reader")]
    [InlineData("""{"people":[{"name":"张三","groups":["无"]}]}""", "people 第 1 人「张三」：群「无」不在 groups 里")]
    [InlineData("""{"people":[{"name":"张三"},{"name":"张三"}]}""", "「张三」写了两次")]
    [InlineData("""{"people":[{"name":"网格小助手"}]}""", "和机器人同名")]
    [InlineData("""{"people":[{"name":" 张三"}]}""", "名字前后有空格")]
    [InlineData("""{"people":[{"name":"张三（未核对）"}]}""", "名字不能以“（未核对）”结尾")]
    [InlineData("""{"groups":{"私信:张三":null}}""", "群名不能以“私信:”开头")]
    [InlineData("""{"people":[{"role":"grid"}]}""", "名字是空的")]
    [InlineData("""{"compounds":[{"name":"甲苑","buildings":["1号楼"],"units":{"2号楼":["1单元"]}}]}""", "units「2号楼」：楼栋「2号楼」不在 buildings 里")]
    [InlineData("""{"compounds":[{"name":"甲苑","buildings":["1号楼"],"units":{"1号楼":["2梯"]}}]}""", "单元「2梯」不认识，是「2单元」吗？")]
    [InlineData("""{"compounds":[{"name":"甲苑","buildings":["1号楼"]}],"grids":[{"name":"一格","places":["甲苑2号楼"]}]}""", "grids 第 1 个「一格」：地点「甲苑2号楼」：甲苑没有登记这栋楼")]
    [InlineData("""{"grids":[{"name":"一格","places":["3号楼"]}]}""", "开头的小区不在 compounds 里")]
    [InlineData("""{"compounds":[{"name":"甲苑"}],"grids":[{"name":"一格","places":["甲苑"]},{"name":"二格","places":["甲苑"]}]}""", "「甲苑」归了两个网格")]
    [InlineData("""{"grids":[{"name":"一格","micro_grids":[{"name":"微一","lead":"张三"}]}]}""", "微网格「微一」：「张三」不在 people 里")]
    [InlineData("""{"partners":[{"name":"供电所","phone":"没有"}]}""", "partners 第 1 个「供电所」：电话「没有」不像电话号码")]
    [InlineData("""{"partners":[{"name":"供电所","compounds":["甲苑"]}]}""", "小区「甲苑」不在 compounds 里")]
    public void What_is_wrong_is_said_with_its_place(string json, string expected)
    {
        CommunityDirectory directory = DirectoryFile.Read(json, out string? unreadable)!;
        unreadable.ShouldBeNull();
        DirectoryRules.Errors(directory).ShouldContain(error => error.Contains(expected), string.Join('\n', DirectoryRules.Errors(directory)));
    }

    [Theory]
    [InlineData("{\n\"groups\": [1,\n", "第 2 行")]
    [InlineData("{\n\"people\": 7}", "第 2 行（people）：这里的写法不对")]
    [InlineData("""{"groups":{"一群":null,"一群":null}}""", "同一个名字写了两次")]
    [InlineData("null", "文件是空的")]
    [InlineData("", "不是合格的 JSON")]
    public void What_is_no_JSON_is_said_with_its_line(string json, string expected)
    {
        DirectoryFile.Read(json, out string? error).ShouldBeNull();
        error!.ShouldContain(expected);
    }

    [Fact]
    public void The_sample_is_in_order_and_large_enough()
    {
        CommunityDirectory sample = FirstCommunity.Sample();
        DirectoryRules.Errors(sample).ShouldBeEmpty();
        sample.Groups.Values.Count(compound => compound is null).ShouldBe(1);
        sample.Groups.Values.Count(compound => compound is not null).ShouldBeGreaterThanOrEqualTo(5);
        sample.Compounds.Count.ShouldBeGreaterThanOrEqualTo(4);
        sample.Compounds.ShouldAllBe(compound => compound.Buildings.Count > 0);
        sample.Compounds.ShouldContain(compound => compound.Style == "doorplates");
        sample.People.Count(person => person.Role == PersonRoles.Resident).ShouldBeGreaterThanOrEqualTo(25);
        sample.Administrators().ShouldHaveSingleItem();
        foreach (string group in sample.Groups.Keys)
        {
            sample.LeadOf(group).ShouldNotBeNull(group);
            sample.BackupOf(group).ShouldNotBeNull(group);
            sample.MembersOf(group).ShouldContain(person => person.Role == PersonRoles.Resident, group);
        }
    }

    [Fact]
    public void A_file_of_the_contract_is_in_order()
    {
        CommunityDirectory directory = DirectoryFile.Read(File.ReadAllText(SharedMaterial.Require("examples", "sample.directory.json")), out _)!;
        DirectoryRules.Errors(directory).ShouldBeEmpty();
        directory.IsCommunityWide("榕溪社区街坊大群").ShouldBeTrue();
        directory.CompoundOf("金塘新村微网格群")!.Name.ShouldBe("金塘新村");
    }

    [Fact]
    public void What_is_written_can_be_read_again()
    {
        CommunityDirectory sample = FirstCommunity.Sample();
        string written = DirectoryFile.Write(sample);
        DirectoryFile.Write(DirectoryFile.Read(written, out _)!).ShouldBe(written);
        written.ShouldContain("\"bot_names\"");
        written.ShouldContain("春和苑");
    }
}
