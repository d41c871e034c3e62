using Bot.Grids;
using Bot.Privacy;

namespace Tests.Privacy;

public sealed class NameSweepTests
{
    private static readonly CommunityDirectory Directory = new()
    {
        Groups = new Dictionary<string, string?> { ["锦绣苑一群"] = null },
        Compounds = [new Compound("锦绣苑") { Alias = ["老厂区"] }],
        People = [new Person("王强") { Role = PersonRoles.Lead, Title = "王网格长" }, new Person("陈阿姨")],
    };

    [Theory]
    [InlineData("小陈", "@小陈 记下了", "@已删除的居民 记下了")]
    [InlineData("小陈", "小陈", "已删除的居民")]
    [InlineData("小陈", "给小陈打过电话", "给已删除的居民打过电话")]
    [InlineData("小陈", "12-2-301小陈", "12-2-301小陈")]
    [InlineData("小陈", "@小陈·2 记下了", "@小陈·2 记下了")]
    [InlineData("小陈", "小陈妈妈", "小陈妈妈")]
    [InlineData("小陈", "小陈（3号楼）", "已删除的居民（3号楼）")]
    [InlineData("3-1-502", "13-1-502 和 3-1-5021", "13-1-502 和 3-1-5021")]
    [InlineData("3-1-502", "请3-1-502开门", "请已删除的居民开门")]
    [InlineData("3-1-502", "@3-1-502小陈 记下了", "@3-1-502小陈 记下了")]
    [InlineData("3-1-502", "2-3-1-502也漏", "2-3-1-502也漏")]
    [InlineData("9-9-909金丝雀", "9-9-909金丝雀家的水管", "已删除的居民家的水管")]
    public void A_name_is_taken_out_where_it_is_that_name(string name, string text, string without) =>
        NameSweep.Of(name, GoneWords.Person, Directory)!.Without(text).ShouldBe(without);

    [Theory]
    [InlineData("[")]
    [InlineData("1")]
    [InlineData("的")]
    [InlineData("🙂🙂")]
    [InlineData("门卫")]
    [InlineData("物业")]
    [InlineData("锦绣苑")]
    [InlineData("老厂区")]
    [InlineData("锦绣苑一群")]
    [InlineData("王网格长")]
    public void What_is_a_word_or_no_name_is_left_in_texts(string name) => NameSweep.Of(name, GoneWords.Person, Directory).ShouldBeNull();

    [Theory]
    [InlineData("9-9-909金丝雀", "9号楼9单元909室", false, "9号楼9单元")]
    [InlineData("9-9-909金丝雀", "锦绣苑9号楼909室", false, "锦绣苑9号楼")]
    [InlineData("金丝雀", "9号楼9单元909室", true, "9号楼9单元")]
    public void A_home_keeps_its_house(string name, string place, bool alone, string house) => HomePlaces.Of(Called(name), [(place, alone)])[place].ShouldBe(house);

    [Theory]
    [InlineData("9-9-909金丝雀", "9号楼9单元901室")]
    [InlineData("金丝雀", "9号楼9单元909室")]
    [InlineData("9-9-909金丝雀", "9号楼电梯")]
    public void What_is_no_home_stays(string name, string place) => HomePlaces.Of(Called(name), [(place, false)]).ShouldBeEmpty();

    private static KnownPerson Called(string name) => new(name, new HashSet<(string, string)> { ("stub", name) }, [], new HashSet<string>());
}
