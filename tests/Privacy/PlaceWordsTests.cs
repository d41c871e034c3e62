using Bot.Grids;
using Bot.Privacy;

namespace Tests.Privacy;

public sealed class PlaceWordsTests
{
    private static readonly PlaceWords Places = new(new CommunityDirectory { Compounds = [new Compound("春和苑") { Alias = ["春和"], Buildings = ["7号楼", "文澜阁"] }] });

    [Theory]
    [InlineData("春和苑7号楼2单元")]
    [InlineData("我在春和苑7号楼2单元这边")]
    [InlineData("七号楼二单元")]
    [InlineData("文澜阁3单元1502室")]
    [InlineData("7-2-1502")]
    [InlineData("")]
    public void A_place_says_nothing_of_anybody(string text) => string.Concat(Places.Around(text)).Length.ShouldBeLessThan(6);

    [Theory]
    [InlineData("春和苑7号楼2单元电梯坏了，老人下不来", "电梯坏了，老人下不来")]
    [InlineData("水管漏了三天，从5楼漏到2楼。", "水管漏了三天，从|漏到")]
    [InlineData("我妈腿脚不好", "我妈腿脚不好")]
    public void What_is_said_around_it_does(string text, string said) => string.Join('|', Places.Around(text)).ShouldBe(said);
}
