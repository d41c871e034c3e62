using Bot.Grids;
using Bot.Triage.Locations;

namespace Tests.Triage.Locations;

public sealed class PlaceTests
{
    private static readonly CommunityDirectory Directory = new()
    {
        Groups = new Dictionary<string, string?> { ["甲群"] = "云栖里小区", ["大群"] = null },
        Compounds = [new("云栖里小区"), new("锦绣佳园"), new("槐花巷") { Style = "doorplates" }],
    };

    private static Place At(string text) => Place.Parse(text);

    [Theory]
    [InlineData("3号楼")]
    [InlineData("3号楼2单元501室")]
    [InlineData("3号楼东单元5层东户")]
    [InlineData("3号楼负1层")]
    [InlineData("8号楼2单元顶层")]
    [InlineData("3号楼与4号楼之间")]
    [InlineData("1-12号楼")]
    [InlineData("C3号楼2单元")]
    [InlineData("5号楼B座")]
    [InlineData("A座1503室")]
    [InlineData("38号院")]
    [InlineData("16号门口")]
    [InlineData("2号门")]
    [InlineData("28弄6号1层")]
    [InlineData("永宁弄9号旁边")]
    [InlineData("地下车库负2层C区")]
    [InlineData("2层活动室")]
    [InlineData("凉亭")]
    [InlineData("902室")]
    [InlineData("槐花巷12号")]
    [InlineData("槐花巷尾")]
    [InlineData("槐花巷")]
    [InlineData("云栖里小区7号楼2单元")]
    [InlineData("云栖里小区与锦绣佳园之间")]
    public void The_normal_form_reads_back(string text) => Place.Parse(text, Directory, "大群").ToString().ShouldBe(text);

    [Fact]
    public void The_parts_read_back()
    {
        Place place = Place.Parse("3号楼2单元501室", Directory, "甲群");
        place.ShouldBe(new Place { Compound = "云栖里小区", Building = "3号楼", Unit = "2单元", Room = "501室" });
        Place.Parse("锦绣佳园3号楼东侧", Directory, "大群")
            .ShouldBe(new Place { Compound = "锦绣佳园", ShowsCompound = true, Building = "3号楼", Facility = "东侧" });
        Place.Parse("槐花巷口", Directory, "大群").ShouldBe(new Place { Compound = "槐花巷", ShowsCompound = true, Facility = "巷口" });
    }

    [Theory]
    [InlineData("3号楼", "3号楼2单元501室", true)]
    [InlineData("3号楼2单元", "3号楼1单元", false)]
    [InlineData("3号楼", "13号楼", false)]
    [InlineData("1-12号楼", "5号楼2单元", true)]
    [InlineData("1-12号楼", "13号楼", false)]
    [InlineData("8号楼与9号楼之间", "9号楼", true)]
    [InlineData("8号楼与9号楼之间", "9号楼与10号楼之间", false)]
    [InlineData("13号楼与14号楼之间", "14号楼前侧", true)]
    [InlineData("3号楼2单元4层", "3号楼2单元402室", true)]
    [InlineData("3号楼2单元4层", "3号楼2单元1402室", false)]
    [InlineData("3号楼2单元401室", "3号楼2单元402室", false)]
    [InlineData("3号楼东侧", "3号楼西侧", false)]
    [InlineData("地下车库", "地下车库B区", true)]
    [InlineData("地下车库B区", "地下车库C区", false)]
    [InlineData("北门", "北门消防通道", true)]
    [InlineData("凉亭", "3号楼", false)]
    [InlineData("凉亭", "车棚", false)]
    [InlineData("2单元", "3号楼2单元", true)]
    [InlineData("云栖里小区3号楼", "锦绣佳园3号楼", false)]
    public void Compatible_places(string a, string b, bool expected)
    {
        Place first = Place.Parse(a, Directory);
        Place second = Place.Parse(b, Directory);
        first.IsCompatibleWith(second).ShouldBe(expected);
        second.IsCompatibleWith(first).ShouldBe(expected);
    }

    [Theory]
    [InlineData("3号楼", "3号楼2单元501室", true)]
    [InlineData("3号楼2单元501室", "3号楼", false)]
    [InlineData("1-12号楼", "5号楼", true)]
    [InlineData("5号楼", "1-12号楼", false)]
    [InlineData("8号楼与9号楼之间", "8号楼", true)]
    [InlineData("3号楼2单元4层", "3号楼2单元402室", true)]
    [InlineData("地下车库", "地下车库B区", true)]
    [InlineData("槐花巷", "槐花巷12号", true)]
    [InlineData("3号楼", "凉亭", false)]
    public void Covering_places(string wide, string narrow, bool expected) =>
        Place.Parse(wide, Directory).Covers(Place.Parse(narrow, Directory)).ShouldBe(expected);

    [Theory]
    [InlineData("3号楼", "2单元", "3号楼2单元")]
    [InlineData("2单元", "3号楼", "3号楼2单元")]
    [InlineData("3号楼2单元", "4层", "3号楼2单元4层")]
    [InlineData("3号楼2单元4层", "402室", "3号楼2单元402室")]
    [InlineData("地下车库", "地下车库B区", "地下车库B区")]
    [InlineData("地下车库", "B区", "地下车库B区")]
    [InlineData("3号楼", "4号楼", "3号楼")]
    [InlineData("凉亭", "4号楼", "凉亭")]
    public void Merging_fills_what_is_unknown(string earlier, string later, string expected) =>
        At(earlier).Merge(At(later)).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("3号楼2单元", "7单元", "3号楼7单元")]
    [InlineData("11号楼", "12号楼", "12号楼")]
    [InlineData("17号旁边", "19号旁边", "19号旁边")]
    [InlineData("凉亭", "4号楼", "4号楼")]
    public void A_correction_overrides(string earlier, string later, string expected) =>
        At(earlier).Merge(At(later), correction: true).ToString().ShouldBe(expected);

    [Fact]
    public void A_place_merged_with_itself_stays() =>
        At("3号楼2单元501室").Merge(At("3号楼2单元501室")).ShouldBe(At("3号楼2单元501室"));
}
