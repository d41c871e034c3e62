using Bot.Answers;

namespace Tests.Answers;

public sealed class SameMatterTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Theory]
    [InlineData("社区食堂几点开门", "请问社区食堂早上几点开门啊？")]
    [InlineData("外地户口能办老年卡吗", "外地户口老年卡能办不")]
    [InlineData("游泳池什么时候开放", "小区游泳池啥时候开放呀")]
    [InlineData("人才落户补贴怎么申请", "外地的人才落户补贴怎么申请")]
    [InlineData("电动车充电一度多少钱", "电动车充电多少钱一度")]
    [InlineData("暖气费几号开始交", "暖气费哪天开始交")]
    public void The_same_asked_in_other_words_is_one_matter(string earlier, string later) =>
        SameMatter.Find(later, [Item(7, earlier)], Day).ShouldBe(7);

    [Theory]
    [InlineData("社区食堂几点开门", "社区食堂多少钱一份")]
    [InlineData("社区食堂几点开门", "图书室几点开门")]
    [InlineData("老年卡怎么办", "居住证怎么办")]
    [InlineData("温泉在什么位置", "缆车在什么位置")]
    [InlineData("羽毛球馆在什么位置", "保龄球馆在什么位置")]
    [InlineData("物业费可以分期交吗", "取暖费可以分期交吗")]
    [InlineData("满80岁能领多少钱", "满90岁能领多少钱")]
    [InlineData("游泳池什么时候开放", "停水什么时候来水")]
    [InlineData("2025年的医保几号截止", "2026年的医保几号截止")]
    [InlineData("我的尊老金怎么没发", "我妈的尊老金怎么没发")]
    [InlineData("成都的社保卡怎么补办", "杭州的社保卡怎么补办")]
    public void Something_else_is_a_matter_of_its_own(string earlier, string later) =>
        SameMatter.Find(later, [Item(7, earlier)], Day).ShouldBeNull();

    [Fact]
    public void It_joins_the_nearest_and_the_matter_that_one_belongs_to()
    {
        HandOff joined = Item(9, "食堂早上几点开门");
        joined.Matter = 4;
        SameMatter.Find("食堂早上几点开门", [Item(7, "图书室早上几点开门"), joined], Day).ShouldBe(4);
    }

    private static HandOff Item(int number, string question) => new()
    {
        Number = number,
        Matter = number,
        Question = question,
        Asker = "36-1-502",
        Group = "群",
        Channel = "webchat",
        Conversation = "群",
        MessageId = $"q{number}",
    };
}
