using Bot.Triage.Reading;

namespace Tests.Triage.Reading;

public sealed class PersonCallTests
{
    [Theory]
    [InlineData("转人工")]
    [InlineData("找人工")]
    [InlineData("人工！")]
    [InlineData("我要转人工，谢谢")]
    [InlineData("能转人工吗")]
    [InlineData("帮我接一下人工客服")]
    [InlineData("我要找真人")]
    [InlineData("换个活人来说行不行")]
    [InlineData("唔想同机器人倾")]
    [InlineData("机器人听不懂我讲啥 换个人来")]
    [InlineData("能不能让网格员联系我")]
    [InlineData("麻烦喊网格长给我回个电话")]
    [InlineData("叫社区的人打个电话给我")]
    [InlineData("网格员能不能给俺回个电话")]
    [InlineData("揾个真人嚟")]
    public void A_human_is_called_for(string words) => PersonCalls.Is(words, namesBot: false).ShouldBeTrue();

    [Theory]
    [InlineData("叫个人来")]
    [InlineData("来个人")]
    [InlineData("喊个人出来讲噻")]
    [InlineData("网格员在吗")]
    public void Said_to_the_bot_less_is_enough(string words)
    {
        PersonCalls.Is(words, namesBot: true).ShouldBeTrue();
        PersonCalls.Is(words, namesBot: false).ShouldBeFalse();
    }

    [Theory]
    [InlineData("上次转人工等半天")]
    [InlineData("打12345转人工要排队")]
    [InlineData("转人工了也没用")]
    [InlineData("移动的客服转人工好难")]
    [InlineData("现在人工费太贵了")]
    [InlineData("人工湖边上有人钓鱼")]
    [InlineData("网格员昨天联系我了")]
    [InlineData("不用转人工了 我自己弄")]
    [InlineData("网格员联系过我了")]
    [InlineData("她们家找人工贴的砖")]
    [InlineData("人工智能真厉害")]
    [InlineData("谁转人工成功过")]
    [InlineData("真人秀好看")]
    public void Talk_of_it_is_none(string words) => PersonCalls.Is(words, namesBot: false).ShouldBeFalse();
}
