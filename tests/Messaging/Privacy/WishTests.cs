using Bot.Messaging;
using Bot.Messaging.Privacy;

namespace Tests.Messaging.Privacy;

public sealed class WishTests
{
    private static readonly string[] Names = ["网格小助手", "小助手"];

    [Theory]
    [InlineData("不要记录我")]
    [InlineData("@网格小助手 不要记录我")]
    [InlineData("@网格小助手 不要记录我！谢谢")]
    [InlineData("不要记录我 @网格小助手")]
    [InlineData("别记录我")]
    [InlineData("请不要再记录我的话")]
    [InlineData("以后不要记录我说的话了")]
    [InlineData("机器人别存我的聊天记录")]
    [InlineData("别记我说的话")]
    [InlineData("我不同意被记录")]
    [InlineData("停止收集我的信息")]
    [InlineData("不要把我的话记下来")]
    [InlineData("麻烦你以后别保存我发的消息啦，谢谢您")]
    public void These_wish_not_to_be_recorded(string text) => Wishes.In(text, Names).ShouldBe(Wish.Unrecorded);

    [Theory]
    [InlineData("可以记录我")]
    [InlineData("@小助手 可以记录我了")]
    [InlineData("恢复记录我的话")]
    [InlineData("我同意记录")]
    public void These_allow_it_again(string text) => Wishes.In(text, Names).ShouldBe(Wish.Recorded);

    [Theory]
    [InlineData("")]
    [InlineData("不要记录我家的水表，读数不对")]
    [InlineData("接龙别记我")]
    [InlineData("不用记我名字")]
    [InlineData("别留我")]
    [InlineData("物业说不要记录，我们楼电梯坏了")]
    [InlineData("他说不要记录我")]
    [InlineData("可以记录我家漏水的时间吗")]
    [InlineData("记录我的报修：3号楼漏水")]
    [InlineData("不要记录我，3号楼电梯困人了")]
    public void These_say_something_else(string text) => Wishes.In(text, Names).ShouldBe(Wish.None);

    [Theory]
    [InlineData(Wish.Unrecorded)]
    [InlineData(Wish.Recorded)]
    public void The_answer_fits_a_group(Wish wish)
    {
        string text = WishReplies.Of(wish, "12-2-301王阿姨的小儿子");
        SafeWords.Length(text).ShouldBeLessThanOrEqualTo(120);
        text.ShouldStartWith("@12-2-301王阿姨的小儿子 ");
    }

    [Fact]
    public void The_consent_text_fits_a_group()
    {
        string filled = new PrivacyOptions().Consent.Replace("{社区}", "春和社区居民委员会").Replace("{机器人}", "网格小助手").Replace("{天数}", "180").Replace("{模型}", "，有的话会请AI帮着看");
        SafeWords.Length(filled).ShouldBeLessThanOrEqualTo(PrivacyOptions.ConsentLength);
    }
}
