using Bot.Grids;
using Bot.Triage.Locations;

namespace Tests.Triage.Locations;

/// <summary>Places as people of many regions say them.</summary>
public sealed class SpokenPlaceTests
{
    private const string Own = "杏林苑网格群";
    private const string Lane = "柳荫巷街坊群";
    private const string Wide = "柳湖社区大群";

    private static readonly LocationReader Reader = new(new CommunityDirectory
    {
        Community = "柳湖社区",
        BotNames = ["小柳"],
        Groups = new Dictionary<string, string?> { [Own] = "杏林苑", [Lane] = "柳荫巷", [Wide] = null },
        Compounds =
        [
            new("杏林苑") { Alias = ["杏林"] },
            new("望江花园") { Alias = ["望江"] },
            new("柳荫巷") { Style = "doorplates" },
        ],
    });

    [Theory]
    // North
    [InlineData("俺们这疙瘩7号楼3单元下水道又返上来了", "7号楼3单元")]
    [InlineData("12号楼仨单元都没暖气", "12号楼")]
    [InlineData("二号楼四门儿的灯不亮了嘿", "2号楼4单元")]
    [InlineData("十五号楼把头儿那单元漏水", "15号楼")]
    [InlineData("9号楼南头堆的全是装修垃圾", "9号楼南侧")]
    [InlineData("9号楼跟前有个坑", "9号楼前侧")]
    [InlineData("3号楼西山墙根儿那块儿老有人撒尿", "3号楼西侧")]
    [InlineData("咱院儿东门口的杆子抬不起来", "东门口")]
    [InlineData("六号楼后头那片草没人管", "6号楼后侧")]
    [InlineData("甲5号楼2单元门禁坏了", "5号楼2单元")]
    [InlineData("8号楼5门301暖气不热", "8号楼5单元301室")]
    [InlineData("10号楼1单元1802室水表转得邪乎", "10号楼1单元1802室")]
    [InlineData("老3号楼楼道没灯", "3号楼")]
    [InlineData("4#楼东单元电梯停了", "4号楼东单元")]
    [InlineData("4＃2单元三楼灯坏了", "4号楼2单元3层")]
    [InlineData("1号楼-2单元-503漏水", "1号楼2单元503室")]
    [InlineData("11-1-602 地漏反味", "11号楼1单元602室")]
    [InlineData("1楼2单元进水了", "1号楼2单元")]
    // Wu
    [InlineData("阿拉廿三号楼底楼进水哉", "23号楼1层")]
    [InlineData("格搭十一幢同十二幢之间路灯勿亮", "11号楼与12号楼之间")]
    [InlineData("5幢三零二室天花板滴滴答答", "5号楼302室")]
    [InlineData("七幢东单元楼梯口垃圾一塌糊涂", "7号楼东单元")]
    [InlineData("十八幢后头个河浜臭煞", "18号楼后侧")]
    [InlineData("六幢二楼半个窗门落下来哉", "6号楼2层")]
    [InlineData("十三幢幺零幺室漏水", "13号楼101室")]
    [InlineData("北门岗亭嘸没人", "北门岗亭")]
    [InlineData("8幢西面停满电瓶车", "8号楼西侧")]
    [InlineData("14幢搭15幢当中个窨井盖坏脱", "14号楼与15号楼之间")]
    // Cantonese, Min, Hakka
    [InlineData("3座2梯部𨋢坏咗", "3号楼2单元")]
    [InlineData("6座18楼走火通道塞满嘢", "6号楼18层")]
    [InlineData("B座廿二楼漏水", "B座22层")]
    [InlineData("我哋五栋三梯冇水", "5号楼3单元")]
    [InlineData("9栋1梯天台有人烧嘢", "9号楼1单元楼顶")]
    [InlineData("2栋同3栋中间个斜坡好滑", "2号楼与3号楼之间")]
    [InlineData("地库B2层水浸", "地下车库负2层")]
    [InlineData("地下停车场负一层灯唔着", "地下车库负1层")]
    [InlineData("4栋2梯806间房嘈到死", "4号楼2单元806室")]
    [InlineData("厝边7号楼顶楼漏雨", "7号楼顶层")]
    // Southwest, Xiang, Gan
    [InlineData("5栋2单元7楼的灯熄咯", "5号楼2单元7层")]
    [InlineData("我们3栋的坝坝头尽是狗屎", "3号楼")]
    [InlineData("12栋当门那个坑没得人填", "12号楼")]
    [InlineData("13栋后头的围墙垮咯", "13号楼后侧")]
    [InlineData("6栋3单元负二楼漏水得凶", "6号楼3单元负2层")]
    [InlineData("十栋二门502漏水哒", "10号楼2单元502室")]
    [InlineData("八栋冇得电", "8号楼")]
    [InlineData("2栋1单元的一楼门口堆起好多纸壳", "2号楼1单元1层门口")]
    [InlineData("车库B区进水了", "地下车库B区")]
    [InlineData("17栋1单元电梯里头有股怪味", "17号楼1单元")]
    [InlineData("四栋到五栋的路上有条沟", "4-5号楼")]
    // Numerals and writing
    [InlineData("一百一十二号楼没水", "112号楼")]
    [InlineData("廿栋楼顶漏水", "20号楼楼顶")]
    [InlineData("卅二幢没人打扫", "32号楼")]
    [InlineData("第6栋外墙掉瓷砖", "6号楼")]
    [InlineData("05栋2单元停水", "5号楼2单元")]
    [InlineData("１２栋３单元漏水", "12号楼3单元")]
    [InlineData("12 号楼 2 单元 9 楼 漏水", "12号楼2单元9层")]
    [InlineData("3号樓2單元電梯壞了", "3号楼2单元")]
    [InlineData("8棟停電", "8号楼")]
    [InlineData("8号楼二单元十一层声控灯不亮", "8号楼2单元11层")]
    [InlineData("8号楼二单元幺幺零三漏水", "8号楼2单元1103室")]
    [InlineData("8号楼2单元1层东户漏水", "8号楼2单元1层东户")]
    [InlineData("8号楼2单元西户装修太吵", "8号楼2单元西户")]
    [InlineData("8号楼负1电动车库跳闸", "8号楼负1层")]
    [InlineData("8号楼B1电动车进不去", "8号楼负1层")]
    [InlineData("8号楼-1层全是水", "8号楼负1层")]
    [InlineData("C3栋电梯异响", "C3号楼")]
    [InlineData("c区3栋电梯异响", "3号楼")]
    [InlineData("A座和B座之间的连廊漏水", "A座与B座之间连廊")]
    [InlineData("A栋大堂空调不制冷", "A号楼大堂")]
    // Ranges, lists, several places
    [InlineData("3到8号楼都停水了", "3-8号楼")]
    [InlineData("3-8号楼都停水了", "3-8号楼")]
    [InlineData("3栋至8栋都停水了", "3-8号楼")]
    [InlineData("三栋到八栋都停水了", "3-8号楼")]
    [InlineData("三号楼至八号楼停气", "3-8号楼")]
    [InlineData("1、2、3号楼没水", "1-3号楼")]
    [InlineData("1号楼和3号楼之间的树倒了", "1号楼与3号楼之间")]
    [InlineData("1栋2栋中间的路灯坏了", "1号楼与2号楼之间")]
    [InlineData("不是5栋 是6栋的电梯", "6号楼")]
    [InlineData("说错了 是5栋不是6栋", "5号楼")]
    [InlineData("10栋有水 我们11栋没水", "11号楼")]
    [InlineData("我住3栋 5栋楼下有人打架", "5号楼")]
    // Phases and parts in front
    [InlineData("二期3栋电梯坏了", "3号楼")]
    [InlineData("南区5号楼没水", "5号楼")]
    [InlineData("一组团6栋门禁坏了", "6号楼")]
    [InlineData("东院2号楼2单元没电", "2号楼2单元")]
    // Landmarks
    [InlineData("凉亭那里有蛇", "凉亭")]
    [InlineData("篮球场的灯十点还不关", "篮球场")]
    [InlineData("南门快递柜取不出来", "南门快递柜")]
    [InlineData("小区门口积水", "小区门口")]
    [InlineData("2号门岗亭没人", "2号门岗亭")]
    [InlineData("儿童乐园的滑梯裂了", "儿童乐园")]
    [InlineData("后山滑下来好多泥", "后山")]
    [InlineData("垃圾房门口一地菜叶", "垃圾房门口")]
    [InlineData("非机动车棚充电口全坏", "非机动车棚")]
    [InlineData("物业门口堵着辆车", "物业门口")]
    [InlineData("党群服务中心漏水", "党群服务中心")]
    [InlineData("荷花池边上栏杆断了", "荷花池")]
    [InlineData("中心花园喷泉不喷了", "中心花园")]
    // None
    [InlineData("3号线今天停运", null)]
    [InlineData("今天3号 该交物业费了", null)]
    [InlineData("等了3个小时", null)]
    [InlineData("一层薄薄的灰", null)]
    [InlineData("楼上的说得对", null)]
    [InlineData("这栋楼真吵", null)]
    [InlineData("1栋别墅要多少钱", null)]
    [InlineData("我家三楼半高的树", null)]
    [InlineData("坐5路车到江边", "江边")]
    [InlineData("比分3-2赢了", null)]
    [InlineData("9点到11点停水", null)]
    [InlineData("一共8栋楼", null)]
    [InlineData("打12345投诉", null)]
    public void In_the_compounds_own_group(string text, string? place) => Place(text, Own).ShouldBe(place, text);

    [Theory]
    [InlineData("我家楼上天天半夜拖椅子", "6号楼2单元501室")]
    [InlineData("俺家对门装修没完没了", "6号楼2单元501室")]
    [InlineData("我家漏水", "6号楼2单元501室")]
    [InlineData("我哋屋企冇水", "6号楼2单元501室")]
    [InlineData("阿拉屋里厢漏水", "6号楼2单元501室")]
    [InlineData("我屋头停电了", "6号楼2单元501室")]
    [InlineData("我们单元门禁坏了", "6号楼2单元")]
    [InlineData("我们这栋电梯坏了", "6号楼")]
    [InlineData("俺们楼没暖气", "6号楼")]
    [InlineData("我们楼道灯不亮", "6号楼2单元")]
    [InlineData("我们这层灯坏了", "6号楼2单元5层")]
    [InlineData("隔壁单元电梯也坏了", null)]
    [InlineData("楼上601漏水到我家", "6号楼2单元501室")]
    [InlineData("电梯坏了", null)]
    public void Of_the_speakers_own_home(string text, string? place) => Place(text, Own, "6-2-501小陈").ShouldBe(place, text);

    [Theory]
    [InlineData("望江花园3栋2单元没水", "望江花园3号楼2单元")]
    [InlineData("望江3栋没水", "望江花园3号楼")]
    [InlineData("杏林苑东门堵死了", "杏林苑东门")]
    [InlineData("望江花园地库进水", "望江花园地下车库")]
    [InlineData("柳荫巷12号门口下水堵了", "柳荫巷12号门口")]
    [InlineData("柳荫巷尾路灯坏了", "柳荫巷尾")]
    [InlineData("杏林苑和望江花园中间那条路全是坑", "杏林苑与望江花园之间")]
    [InlineData("文化广场音响太吵", "文化广场")]
    public void In_the_community_wide_group(string text, string? place) => Place(text, Wide).ShouldBe(place, text);

    [Theory]
    [InlineData("12号门口下水堵了", "12号门口")]
    [InlineData("十二号屋里厢漏水", "12号")]
    [InlineData("7号院2楼灯坏了", "7号院2层")]
    [InlineData("16号对面堆了垃圾", "16号对面")]
    [InlineData("巷口路灯不亮", "巷口")]
    [InlineData("12号上午停水吗", null)]
    public void In_a_lane_of_doorplates(string text, string? place) => Place(text, Lane).ShouldBe(place, text);

    private static string? Place(string text, string group, string sender = "路过的风") => Reader.Read(text, sender, group)?.Place.ToString();
}
