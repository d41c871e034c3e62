using Bot.Grids;
using Bot.Triage.Locations;

namespace Tests.Triage.Locations;

public sealed class LocationReaderTests
{
    private const string Own = "云栖里网格群";
    private const string Lane = "槐花巷街坊群";
    private const string Wide = "月湖社区大群";

    private static readonly LocationReader Reader = new(new CommunityDirectory
    {
        Community = "月湖社区",
        BotNames = ["小月"],
        Groups = new Dictionary<string, string?> { [Own] = "云栖里小区", [Lane] = "槐花巷", [Wide] = null },
        Compounds =
        [
            new("云栖里小区") { Alias = ["云栖里", "云栖"] },
            new("锦绣佳园") { Alias = ["锦绣"] },
            new("槐花巷") { Style = "doorplates" },
        ],
    });

    private static string? Read(string text, string sender = "路过的风", string group = Own) =>
        Reader.Read(text, sender, group)?.Place.ToString();

    [Theory]
    [InlineData("7栋停水了", "7号楼")]
    [InlineData("7幢停水了", "7号楼")]
    [InlineData("7#停水了", "7号楼")]
    [InlineData("7座停水了", "7号楼")]
    [InlineData("７号楼停水了", "7号楼")]
    [InlineData("七栋停水了", "7号楼")]
    [InlineData("十七幢停水了", "17号楼")]
    [InlineData("二十三栋的灯全灭", "23号楼")]
    [InlineData("廿一号楼没人扫地", "21号楼")]
    [InlineData("一百零二栋外墙渗水", "102号楼")]
    [InlineData("A座电梯卡住", "A座")]
    [InlineData("b座电梯卡住", "B座")]
    [InlineData("C3栋2单元门坏了", "C3号楼2单元")]
    [InlineData("5栋B座门禁失灵", "5号楼B座")]
    [InlineData("十二栋三单元没热水", "12号楼3单元")]
    [InlineData("4号楼2梯的灯闪", "4号楼2单元")]
    [InlineData("4号楼2门的锁坏", "4号楼2单元")]
    [InlineData("9号楼东门洞有人堵", "9号楼东单元")]
    [InlineData("9号楼乙单元有人堵", "9号楼乙单元")]
    [InlineData("9号楼中门有人堵", "9号楼中单元")]
    [InlineData("36楼1单元堵了", "36号楼1单元")]
    [InlineData("8栋2单元11楼漏电", "8号楼2单元11层")]
    [InlineData("8栋2单元一楼进水", "8号楼2单元1层")]
    [InlineData("8栋底楼进水", "8号楼1层")]
    [InlineData("8栋2单元顶楼漏雨", "8号楼2单元顶层")]
    [InlineData("8栋3单元负一层臭", "8号楼3单元负1层")]
    [InlineData("8栋2单元1103室漏电", "8号楼2单元1103室")]
    [InlineData("8栋1103漏电", "8号楼1103室")]
    [InlineData("8栋2单元三零一室漏电", "8号楼2单元301室")]
    [InlineData("2单元在8栋 5楼502漏电", "8号楼502室")]
    [InlineData("3号楼西302要换灯", "3号楼西单元302室")]
    [InlineData("3号楼2单元5层东户没声音", "3号楼2单元5层东户")]
    [InlineData("3-2-501厨房冒水", "3号楼2单元501室")]
    [InlineData("6-东-402跳闸", "6号楼东单元402室")]
    [InlineData("5-302跳闸", "5号楼302室")]
    [InlineData("36#1802跳闸", "36号楼1802室")]
    [InlineData("10-1楼道黑的", "10号楼1单元")]
    [InlineData("2栋1-301跳闸", "2号楼1单元301室")]
    [InlineData("四栋 二单元 602 跳闸", "4号楼2单元602室")]
    [InlineData("4 栋 2 单元 602 跳闸", "4号楼2单元602室")]
    [InlineData("位置：4栋2单元门口", "4号楼2单元门口")]
    public void Buildings_units_floors_and_rooms(string text, string place) => Read(text).ShouldBe(place);

    [Theory]
    [InlineData("6栋门口有积水", "6号楼门口")]
    [InlineData("6栋1单元门口有积水", "6号楼1单元门口")]
    [InlineData("6栋天台有人", "6号楼楼顶")]
    [InlineData("6栋楼顶有人", "6号楼楼顶")]
    [InlineData("6栋大厅灯坏", "6号楼大厅")]
    [InlineData("6栋架空层堆东西", "6号楼架空层")]
    [InlineData("6栋后头有老鼠", "6号楼后侧")]
    [InlineData("6栋后边有老鼠", "6号楼后侧")]
    [InlineData("6栋前面有老鼠", "6号楼前侧")]
    [InlineData("6栋东头有老鼠", "6号楼东侧")]
    [InlineData("6栋北墙裂了", "6号楼北侧")]
    [InlineData("6栋东山墙裂了", "6号楼东侧")]
    [InlineData("6栋旁边有老鼠", "6号楼旁边")]
    [InlineData("6栋垃圾房有老鼠", "6号楼垃圾房")]
    [InlineData("6栋1单元楼道有老鼠", "6号楼1单元")]
    [InlineData("6栋1单元楼梯间有老鼠", "6号楼1单元")]
    [InlineData("6栋1单元电梯有怪声", "6号楼1单元")]
    [InlineData("6栋和7栋之间有老鼠", "6号楼与7号楼之间")]
    [InlineData("十一幢同十二幢当中有老鼠", "11号楼与12号楼之间")]
    [InlineData("6号楼跟7号楼当间儿有老鼠", "6号楼与7号楼之间")]
    [InlineData("14和15号楼中间有老鼠", "14号楼与15号楼之间")]
    [InlineData("3到8号楼都没网", "3-8号楼")]
    [InlineData("1-12栋没网", "1-12号楼")]
    [InlineData("二至五幢没网", "2-5号楼")]
    [InlineData("3、4、5号楼没网", "3-5号楼")]
    [InlineData("2号院3栋没网", "2号院3号楼")]
    public void Sides_facilities_and_several_buildings(string text, string place) => Read(text).ShouldBe(place);

    [Theory]
    [InlineData("凉亭的柱子松了", "凉亭")]
    [InlineData("北门的道闸断了", "北门")]
    [InlineData("东门口堆了沙子", "东门口")]
    [InlineData("2号门的道闸断了", "2号门")]
    [InlineData("北门岗亭没人", "北门岗亭")]
    [InlineData("地库又积水", "地下车库")]
    [InlineData("地库B区又积水", "地下车库B区")]
    [InlineData("C区车库又积水", "地下车库C区")]
    [InlineData("地库B2积水", "地下车库负2层")]
    [InlineData("地下车库东入口积水", "地下车库东入口")]
    [InlineData("负二层有股怪味", "负2层")]
    [InlineData("儿童乐园的网破了", "儿童乐园")]
    [InlineData("滑滑梯裂了 就在儿童乐园", "儿童乐园")]
    [InlineData("快递柜打不开", "快递柜")]
    [InlineData("文化广场路砖碎了", "文化广场")]
    [InlineData("小花园有蛇", "小花园")]
    [InlineData("篮球场灯不亮", "篮球场")]
    [InlineData("幼儿园门口有坑", "幼儿园门口")]
    [InlineData("小区门口有坑", "小区门口")]
    [InlineData("幼儿园后面有坑", "幼儿园后侧")]
    [InlineData("西区地库积水", "地下车库西区")]
    [InlineData("地下二层积水", "负2层")]
    [InlineData("二楼活动室漏雨", "2层活动室")]
    public void Landmarks_without_a_building(string text, string place) => Read(text).ShouldBe(place);

    [Theory]
    [InlineData("我家没水", "12-2-301小陈", "12号楼2单元301室")]
    [InlineData("我家没水", "１２－２－３０１小陈", "12号楼2单元301室")]
    [InlineData("我屋企冇水", "6-东-402", "6号楼东单元402室")]
    [InlineData("阿拉屋里厢没水", "8-502", "8号楼502室")]
    [InlineData("俺家没水", "2-甲-301", "2号楼甲单元301室")]
    [InlineData("我屋头没得水", "幸福里-3-2-501李姐", "3号楼2单元501室")]
    [InlineData("我家没水", "36#1802", "36号楼1802室")]
    [InlineData("我家没水", "A座1503", "A座1503室")]
    [InlineData("我家没水", "8幢602阿芳", "8号楼602室")]
    [InlineData("我家没水", "11栋2单元-801", "11号楼2单元801室")]
    [InlineData("我家没水", "李姐（3-2-501）", "3号楼2单元501室")]
    [InlineData("我们单元没水", "12-2-301小陈", "12号楼2单元")]
    [InlineData("俺们门洞没水", "12-西-301", "12号楼西单元")]
    [InlineData("我们楼没水", "12-2-301小陈", "12号楼")]
    [InlineData("我哋栋冇水", "三栋阿权", "3号楼")]
    [InlineData("我地2梯冇水", "三栋阿权", "3号楼2单元")]
    [InlineData("我地2梯楼梯口好臭", "3栋2梯容姨", "3号楼2单元")]
    [InlineData("我们单元门口灯坏了", "4-1-801", "4号楼1单元门口")]
    [InlineData("我们楼顶在冒烟", "4-1-801", "4号楼楼顶")]
    [InlineData("我们四楼过道堵了", "4-1-401", "4号楼1单元4层")]
    [InlineData("楼上半夜拖椅子", "4-1-801", "4号楼1单元801室")]
    [InlineData("楼上901半夜拖椅子", "4-1-801", "4号楼1单元901室")]
    [InlineData("隔壁802半夜拖椅子", "4-1-801", "4号楼1单元802室")]
    [InlineData("隔离802半夜拖椅子 4栋1梯", "阿新", "4号楼1单元802室")]
    [InlineData("楼上901漏下来 我家天花板全湿", "4-1-801", "4号楼1单元801室")]
    [InlineData("我阳台漏水", "4-1-801", "4号楼1单元801室")]
    [InlineData("俺们门洞没事 隔壁中门洞锁坏", "12-东-502", "12号楼中单元")]
    [InlineData("801也没水", "4-1-801", "4号楼1单元801室")]
    [InlineData("902那户吵", "4-1-801", "4号楼1单元902室")]
    [InlineData("3栋漏水 我家听得见", "4-1-801", "3号楼")]
    public void The_nickname_speaks_for_the_first_person(string text, string sender, string place) => Read(text, sender).ShouldBe(place);

    [Theory]
    [InlineData("我家没水", "平安是福")]
    [InlineData("我家没水", "6号楼对面麻将室")]
    [InlineData("我家没水", "郑秀英72")]
    [InlineData("有没有人管管停水", "12-2-301小陈")]
    [InlineData("我老家停水三天", "12-2-301小陈")]
    [InlineData("同意楼上", "12-2-301小陈")]
    [InlineData("楼上说得对", "12-2-301小陈")]
    [InlineData("我家孩子不见了 五岁", "12-2-301小陈")]
    public void The_nickname_alone_is_no_place(string text, string sender) => Read(text, sender).ShouldBeNull();

    [Theory]
    [InlineData("下午3点来修")]
    [InlineData("8月14日停水吗")]
    [InlineData("13:00-16:00检修")]
    [InlineData("15号来抄表")]
    [InlineData("荔枝10斤38块")]
    [InlineData("一箱100-120元")]
    [InlineData("等了三天")]
    [InlineData("打120了没有")]
    [InlineData("电话13900000000")]
    [InlineData("今年86岁")]
    [InlineData("涨了50%")]
    [InlineData("水上浮着一层白渣")]
    [InlineData("整栋楼都黑了")]
    [InlineData("一栋楼都黑了")]
    [InlineData("成栋冇水")]
    [InlineData("在B站看的")]
    [InlineData("2-1领先")]
    [InlineData("3-5天能好")]
    [InlineData("8-10点来人")]
    [InlineData("几栋停水啊")]
    [InlineData("走到18楼累死")]
    [InlineData("广场舞太吵")]
    [InlineData("西门子冰箱转让")]
    [InlineData("666")]
    [InlineData("520")]
    [InlineData("@3-2-501李姐 你说得对")]
    [InlineData("#接龙 鸡蛋\n1. 5栋阿明 2份")]
    [InlineData("[图片]")]
    [InlineData("")]
    public void Numbers_that_are_no_place(string text) => Read(text).ShouldBeNull();

    [Theory]
    [InlineData("云栖里7栋停水", "阿正", "云栖里小区7号楼")]
    [InlineData("锦绣佳园7栋2单元停水", "阿正", "锦绣佳园7号楼2单元")]
    [InlineData("锦绣地库淹了", "阿正", "锦绣佳园地下车库")]
    [InlineData("锦绣佳园北门堵了", "阿正", "锦绣佳园北门")]
    [InlineData("槐花巷12号没灯", "阿正", "槐花巷12号")]
    [InlineData("在槐花巷12号门口摔了人", "阿正", "槐花巷12号门口")]
    [InlineData("槐花巷口有电线", "阿正", "槐花巷口")]
    [InlineData("槐花巷尾有电线", "阿正", "槐花巷尾")]
    [InlineData("槐花巷5号和7号之间有电线", "阿正", "槐花巷5号与7号之间")]
    [InlineData("云栖里同锦绣佳园中间的路塌了", "阿正", "云栖里小区与锦绣佳园之间")]
    [InlineData("我家没水", "锦绣3-2-501李姐", "锦绣佳园3号楼2单元501室")]
    [InlineData("7栋停水", "锦绣阿花", "锦绣佳园7号楼")]
    [InlineData("文化广场路砖碎了", "锦绣阿花", "文化广场")]
    [InlineData("整个锦绣佳园都停水", "阿正", "锦绣佳园")]
    public void The_community_wide_group_names_the_compound(string text, string sender, string place) => Read(text, sender, Wide).ShouldBe(place);

    [Theory]
    [InlineData("云栖里7栋停水", Own, "7号楼")]
    [InlineData("槐花巷12号没灯", Lane, "12号")]
    [InlineData("12号门口没灯", Lane, "12号门口")]
    [InlineData("12号楼梯间没灯", Lane, "12号")]
    [InlineData("12号和13号中间没灯", Lane, "12号与13号之间")]
    [InlineData("9号302没灯", Lane, "9号302室")]
    [InlineData("巷尾没灯", Lane, "巷尾")]
    [InlineData("永宁弄9号没灯", Own, "永宁弄9号")]
    [InlineData("就在柳枝胡同23号院", Own, "柳枝胡同23号院")]
    [InlineData("28弄6号底楼没灯", Own, "28弄6号1层")]
    [InlineData("38号院没灯", Own, "38号院")]
    [InlineData("3号402没灯", Own, "3号楼402室")]
    [InlineData("锦绣佳园7栋着火了", Own, "锦绣佳园7号楼")]
    public void A_compounds_own_group_leaves_its_name_out(string text, string group, string place) => Read(text, group: group).ShouldBe(place);

    [Theory]
    [InlineData("不是7栋 是8栋", "8号楼")]
    [InlineData("不是3单元 是4单元", "4单元")]
    [InlineData("6栋有水 7栋没有", "7号楼")]
    [InlineData("我是5栋的 看到12栋3楼冒烟", "12号楼3层")]
    [InlineData("「阿兰：9栋2单元电梯停了」\n- - - - - - -\n我也遇到", "9号楼2单元")]
    public void The_place_of_the_trouble_is_chosen(string text, string place) => Read(text).ShouldBe(place);

    [Theory]
    [InlineData("36-1", true, false)]
    [InlineData("2栋2梯9楼", true, false)]
    [InlineData("在三单元吧", true, false)]
    [InlineData("@小月 就在5栋门口啊", true, false)]
    [InlineData("5栋门口有积水", false, false)]
    [InlineData("打错了 是12栋", true, true)]
    [InlineData("不对 是7单元", true, true)]
    [InlineData("说错了是5楼", true, true)]
    [InlineData("说差了 是隔壁中门洞那门", false, true)]
    public void Bare_places_and_corrections(string text, bool bare, bool correction)
    {
        PlaceReading reading = Reader.Read(text, "12-东-502", Own).ShouldNotBeNull();
        (reading.IsBare, reading.IsCorrection).ShouldBe((bare, correction));
    }

    [Fact]
    public void The_source_tells_text_from_nickname()
    {
        Reader.Read("5栋停水", "12-2-301小陈", Own)!.Source.ShouldBe(PlaceSource.Text);
        Reader.Read("我家停水", "12-2-301小陈", Own)!.Source.ShouldBe(PlaceSource.Nickname);
    }

    [Fact]
    public void A_nickname_is_read_alone()
    {
        Reader.ReadNickname("12-2-301小陈", Own)!.ToString().ShouldBe("12号楼2单元301室");
        Reader.ReadNickname("14号阿四", Lane)!.ToString().ShouldBe("14号");
        Reader.ReadNickname("平安是福", Own).ShouldBeNull();
    }

    [Fact]
    public void Hostile_text_finishes()
    {
        string[] units = ["1", "1-", "一", "3栋", "3栋和", "A", "@", "[", "「a：", "的", "我们", "楼上", "负", "B1区", "号", "弄1号", " ", "十百", "巷1号"];
        foreach (string unit in units)
        {
            string text = string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length));
            Should.NotThrow(() => Reader.Read(text, text, Own));
            Should.NotThrow(() => Reader.Read(text, text, Wide));
        }
    }
}
