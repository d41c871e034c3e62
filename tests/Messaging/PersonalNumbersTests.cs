using Bot.Messaging;

namespace Tests.Messaging;

public sealed class PersonalNumbersTests
{
    [Theory]
    [InlineData("打13812345678找我", "打138****5678找我")]
    [InlineData("138 1234 5678", "138****5678")]
    [InlineData("138-1234-5678", "138****5678")]
    [InlineData("１３８１２３４５６７８", "１３８****５６７８")]
    [InlineData("1 3 8 1 2 3 4 5 6 7 8", "138****5678")]
    [InlineData("138　1234　5678", "138****5678")]
    [InlineData("tel13812345678x", "tel138****5678x")]
    [InlineData("身份证330106199001011234", "身份证330****1234")]
    [InlineData("33010619900101123X", "330****123X")]
    [InlineData("330106 19900101 123x", "330****123x")]
    [InlineData("３３０１０６１９９００１０１１２３Ｘ", "３３０****１２３Ｘ")]
    [InlineData("6222 0212 3456 7890 123", "622****0123")]
    [InlineData("6222021234567890", "622****7890")]
    [InlineData("0571-87654321", "****21")]
    [InlineData("(0571)87654321", "****21")]
    [InlineData("一三八零零幺二三四五六", "一三八****五六")]
    [InlineData("车牌浙A12B45挡道", "车牌浙A****5挡道")]
    [InlineData("浙AD12345", "浙A****5")]
    public void A_number_is_masked(string text, string masked) => PersonalNumbers.Mask(text).ShouldBe(masked);

    [Theory]
    [InlineData("12-2-301小陈")]
    [InlineData("36号楼1单元502室，2026年11月21日上午9点")]
    [InlineData("327好了")]
    [InlineData("10086")]
    [InlineData("Message 12345 webchat/群/a1 in 12.5 ms")]
    [InlineData("1763700000000")]
    public void Anything_else_stays(string text) => PersonalNumbers.Mask(text).ShouldBe(text);
}
