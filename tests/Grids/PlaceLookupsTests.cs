using Bot.Grids;

namespace Tests.Grids;

public sealed class PlaceLookupsTests
{
    private static readonly CommunityDirectory Directory = new()
    {
        Groups = new Dictionary<string, string?> { ["大群"] = null, ["一群"] = "锦绣苑", ["二群"] = "锦绣苑", ["街群"] = "渡口街", ["孤群"] = "锦绣" },
        Compounds =
        [
            new Compound("锦绣苑") { Buildings = ["1号楼", "2号楼", "11号楼"] }, new Compound("锦绣"),
            new Compound("渡口街") { Style = "doorplates", Buildings = ["渡口街3号", "渡口街3号院"] },
        ],
        Grids =
        [
            new Grid("值班") { Groups = ["大群"], Lead = "周" },
            new Grid("一格") { Groups = ["一群"], Lead = "陈", Backup = "林", Places = ["锦绣苑1号楼", "锦绣苑2号楼"], MicroGrids = [new MicroGrid("微一") { Lead = "汪", Places = ["锦绣苑2号楼2单元"] }] },
            new Grid("二格") { Groups = ["二群"], Lead = "林", Places = ["锦绣苑11号楼"] },
            new Grid("三格") { Groups = ["街群"], Lead = "罗", MicroGrids = [new MicroGrid("院") { Lead = "许", Places = ["渡口街3号院"] }] },
            new Grid("四格") { Groups = ["孤群"], Lead = "何", Places = ["锦绣"] },
        ],
        Partners =
        [
            new Partner("供电所") { Topics = ["停电"], For = "停电、路灯" }, new Partner("锦绣苑物业") { Kind = "property", Topics = ["电梯"], Compounds = ["锦绣苑"] },
            new Partner("渡口物业") { Kind = "property", Topics = ["电梯"], Compounds = ["渡口街"] },
        ],
    };

    [Theory]
    [InlineData("大群", "锦绣苑1号楼2单元", "陈", null)]
    [InlineData("大群", "锦绣苑11号楼301室", "林", null)]
    [InlineData("大群", "锦绣苑2号楼2单元5层", "陈", "汪")]
    [InlineData("大群", "锦绣苑1-2号楼", "陈", null)]
    [InlineData("大群", "锦绣苑东门", "周", null)]
    [InlineData("大群", "渡口街3号", "罗", null)]
    [InlineData("大群", "渡口街3号院门口", "罗", "许")]
    [InlineData("大群", "锦绣3号楼", "何", null)]
    [InlineData("大群", null, "周", null)]
    [InlineData("一群", "2号楼", "陈", null)]
    [InlineData("一群", "11号楼", "林", null)]
    [InlineData("一群", "东门", "陈", null)]
    [InlineData("二群", null, "林", null)]
    [InlineData("街群", "3号院", "罗", "许")]
    [InlineData("没有这个群", "1号楼", null, null)]
    public void A_place_has_its_lead_and_its_micro_lead(string group, string? location, string? lead, string? micro)
    {
        Directory.LeadOf(group, location)?.Name.ShouldBe(lead);
        (Directory.ChargeOf(group, location).MicroGrid?.Lead).ShouldBe(micro);
    }

    [Theory]
    [InlineData("一群", null, "电梯", "锦绣苑物业、供电所")]
    [InlineData("一群", "1号楼", "路灯", "供电所、锦绣苑物业")]
    [InlineData("大群", "渡口街3号", "电梯", "渡口物业、供电所")]
    public void Partners_stand_by_topic_and_only_where_they_serve(string group, string? location, string topic, string names) =>
        string.Join('、', Directory.PartnersFor(group, location, topic).Select(partner => partner.Name)).ShouldBe(names);

    [Theory]
    [InlineData("３６", "36号楼")]
    [InlineData("36", "36号楼")]
    [InlineData("036栋", "36号楼")]
    [InlineData("三十六幢", "36号楼")]
    [InlineData("十号楼", "10号楼")]
    [InlineData("7#", "7号楼")]
    [InlineData("A座", "A座")]
    [InlineData("3座", "3号楼")]
    [InlineData("a1栋", "A1号楼")]
    [InlineData("文化楼", "文化楼")]
    [InlineData("三十号院", "30号院")]
    public void A_building_is_written_one_way(string text, string usual) => PlaceNames.UsualBuilding(text, "buildings").ShouldBe(usual);

    [Theory]
    [InlineData("3号楼", "3号")]
    [InlineData("17", "17号")]
    [InlineData("渡口街17号", "渡口街17号")]
    public void A_doorplate_is_written_one_way(string text, string usual) => PlaceNames.UsualBuilding(text, "doorplates").ShouldBe(usual);
}
