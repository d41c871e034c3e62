using Bot.Ai.Masking;

namespace Tests.Ai.Masking;

/// <summary>What leads to a person does not leave; what the matter needs stays.</summary>
public sealed class MaskerTests
{
    private static readonly Masker Plain = new([]);

    private static readonly Masker Known = new(new Dictionary<string, string>
    {
        ["12-2-301小陈"] = "居民甲",
        ["豆豆妈"] = "居民乙",
        ["陈秀兰"] = "网格员",
        ["陈网格长"] = "网格员",
        ["网格小助手"] = "机器人",
        ["Lily_2020"] = "居民丙",
        ["５幢老赵头"] = "居民丁",
    });

    [Theory]
    [InlineData("电话13812345678")]
    [InlineData("电话138 1234 5678")]
    [InlineData("电话138-1234-5678")]
    [InlineData("电话138.1234.5678")]
    [InlineData("电话１３８１２３４５６７８")]
    [InlineData("电话１３８　１２３４　５６７８")]
    [InlineData("电话1 3 8 1 2 3 4 5 6 7 8")]
    [InlineData("电话138*1234*5678")]
    [InlineData("电话+86 13812345678")]
    [InlineData("电话86-138-1234-5678")]
    [InlineData("电话138\u200b1234\u200b5678")]
    [InlineData("电话1️⃣3️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣")]
    [InlineData("电话①③⑧①②③④⑤⑥⑦⑧")]
    [InlineData("电话𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖")]
    [InlineData("电话一三八一二三四五六七八")]
    [InlineData("电话幺三八 幺二三四 五六七八")]
    [InlineData("电话一三八，一二三四，五六七八")]
    [InlineData("电话138一二三四5678")]
    [InlineData("电话壹叁捌壹贰叁肆伍陆柒捌")]
    [InlineData("电话13八12三4567八")]
    [InlineData("电话138(1234)5678")]
    public void A_mobile_number_in_any_dress_is_none(string text) => Plain.Mask(text).ShouldBe("电话〔电话〕");

    [Theory]
    [InlineData("打0571-87654321", "打〔电话〕")]
    [InlineData("打(0571)87654321", "打〔电话〕")]
    [InlineData("打021 6543 2109", "打〔电话〕")]
    [InlineData("打400-820-8820", "打〔电话〕")]
    [InlineData("证号330106199001011234", "证号〔证件号〕")]
    [InlineData("证号33010619900101123X", "证号〔证件号〕")]
    [InlineData("证号330106 19900101 123x", "证号〔证件号〕")]
    [InlineData("证号３３０１０６１９９００１０１１２３Ｘ", "证号〔证件号〕")]
    [InlineData("证号330106900101123", "证号〔证件号〕")]
    [InlineData("卡6222 0212 3456 7890 123", "卡〔号码〕")]
    [InlineData("卡6222-0212-3456-7890", "卡〔号码〕")]
    [InlineData("卡6222021234567890", "卡〔号码〕")]
    [InlineData("号87654321有人打", "号〔号码〕有人打")]
    public void Other_numbers_are_none(string text, string masked) => Plain.Mask(text).ShouldBe(masked);

    [Theory]
    [InlineData("浙A12345堵门", "〔车牌〕堵门")]
    [InlineData("苏E·1A2B3挡道", "〔车牌〕挡道")]
    [InlineData("沪AD12345占车位", "〔车牌〕占车位")]
    [InlineData("浙Ａ１２３４５堵门", "〔车牌〕堵门")]
    [InlineData("浙a 12345 堵门", "〔车牌〕 堵门")]
    public void Plates_are_none(string text, string masked) => Plain.Mask(text).ShouldBe(masked);

    [Theory]
    [InlineData("发我zhang.san@example.com谢谢", "发我〔邮箱〕谢谢")]
    [InlineData("发我zhang.san＠example.com谢谢", "发我〔邮箱〕谢谢")]
    [InlineData("微信号：zhang_san88", "微信号：〔号码〕")]
    [InlineData("加我微信 zs123456", "加我微信 〔号码〕")]
    [InlineData("加V：zs_1234", "加V：〔号码〕")]
    [InlineData("vx zs12345", "vx 〔号码〕")]
    [InlineData("QQ 123456", "QQ 〔号码〕")]
    [InlineData("wxid_abc123def", "〔号码〕")]
    [InlineData("点 https://t.cn/A6xyz?u=13812345678 看", "点 〔网址〕 看")]
    [InlineData("登录www.abc.com/x看", "登录〔网址〕看")]
    public void Addresses_are_none(string text, string masked) => Plain.Mask(text).ShouldBe(masked);

    [Theory]
    [InlineData("我叫张伟，电梯坏了", "我叫某某，电梯坏了")]
    [InlineData("我叫张建国家里漏水", "我叫某某家里漏水")]
    [InlineData("姓名：欧阳建国 电话13812345678", "姓名：某某 电话〔电话〕")]
    [InlineData("本人李四，要投诉", "本人某某，要投诉")]
    [InlineData("我姓王", "我姓某某")]
    [InlineData("联系人 赵六 138-1234-5678", "联系人 某某 〔电话〕")]
    [InlineData("我是刘芳。", "我是某某。")]
    [InlineData("我爸王建国，走丢了", "我爸某某，走丢了")]
    [InlineData("王阿姨家的狗", "某阿姨家的狗")]
    [InlineData("找张师傅来修", "找某师傅来修")]
    [InlineData("李建国师傅没来", "某师傅没来")]
    [InlineData("陈网格长来过", "某网格长来过")]
    [InlineData("老王说水停了", "某人说水停了")]
    [InlineData("小李，你家漏水", "某人，你家漏水")]
    [InlineData("@6号楼王阿姨 你家漏水", "@某人 你家漏水")]
    [InlineData("@王姐@李哥 看下", "@某人@某人 看下")]
    [InlineData("「6-1-301张三：电梯坏了」真的", "「某人：电梯坏了」真的")]
    public void Names_are_none(string text, string masked) => Plain.Mask(text).ShouldBe(masked);

    [Theory]
    [InlineData("小陈说他家没水", "居民甲说他家没水")]
    [InlineData("@12-2-301小陈 在吗", "@居民甲 在吗")]
    [InlineData("「豆豆妈：我家也漏」+1", "「居民乙：我家也漏」+1")]
    [InlineData("@网格小助手 电梯坏了", "@机器人 电梯坏了")]
    [InlineData("陈秀兰来看过", "网格员来看过")]
    [InlineData("@陈网格长 快来", "@网格员 快来")]
    [InlineData("Lily_2020家", "居民丙家")]
    [InlineData("@5幢老赵头 楼上漏水", "@居民丁 楼上漏水")]
    public void Who_is_known_gets_the_same_role_everywhere(string text, string masked) => Known.Mask(text).ShouldBe(masked);

    [Theory]
    [InlineData("3号楼2单元301室漏水", "3号楼2单元某室漏水")]
    [InlineData("3号楼2单元301漏水", "3号楼2单元某室漏水")]
    [InlineData("12-2-1301漏水", "12-2-某室漏水")]
    [InlineData("6-东-402没电", "6-东-某室没电")]
    [InlineData("3栋502", "3栋某室")]
    [InlineData("7#1203漏水", "7#某室漏水")]
    [InlineData("渡船口街12号301", "渡船口街12号某室")]
    [InlineData("402家天天吵", "某室家天天吵")]
    [InlineData("楼上1203太吵", "楼上某室太吵")]
    [InlineData("３号楼２单元３０１室漏水", "3号楼2单元某室漏水")]
    public void A_room_is_none_and_its_building_stays(string text, string masked) => Plain.Mask(text).ShouldBe(masked);

    [Theory]
    [InlineData("3号楼2单元电梯又坏了，困了两次")]
    [InlineData("十一幢同十二幢之间的路灯不亮")]
    [InlineData("3到8号楼都停水了")]
    [InlineData("地下车库B2有积水")]
    [InlineData("2026-11-21上午9点停水到17:30")]
    [InlineData("2026-11-21 09:00停水")]
    [InlineData("11月25日9:00—15:00停电，1—12号楼")]
    [InlineData("物业费一年涨了300元，2025年才200元")]
    [InlineData("充电桩坏了5个，110V的也不行，打了110和119")]
    [InlineData("尊老金怎么领，满80周岁了")]
    [InlineData("小区门口的小黄车太多，老人小孩走不了")]
    [InlineData("327号好了没有")]
    [InlineData("白天噪声有85分贝")]
    [InlineData("老小区加装电梯，小高层不行吗")]
    [InlineData("一二三四五六楼都没水")]
    public void What_the_matter_needs_stays(string text) => Plain.Mask(text).ShouldBe(text);

    [Fact]
    public void What_nobody_sees_is_gone() => Plain.Mask("漏\u202e水\u200d了\u0007\U000E0041").ShouldBe("漏水了");

    [Fact]
    public void A_very_long_text_is_masked_to_its_end()
    {
        foreach (string piece in new[] { "1-", "138 ", "一、", "我叫", "@", "号楼", "a.", "微信", "「", "欧阳", "12-2-", "((" })
        {
            Plain.Mask(string.Concat(Enumerable.Repeat(piece, 4000)) + " 电话13812345678").ShouldNotContain("13812345678", Case.Sensitive, piece);
        }
    }
}
