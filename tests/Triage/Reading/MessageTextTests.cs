using Bot.Triage.Reading;

namespace Tests.Triage.Reading;

public sealed class MessageTextTests
{
    private static readonly string[] Bot = ["网格小助手"];

    [Fact]
    public void A_quote_is_told_from_the_own_words()
    {
        MessageText text = MessageText.Parse("「老周：东门的灯灭了」\n- - - - - - -\n我也看见了", Bot, hasImages: false);
        text.ShouldSatisfyAllConditions(
            () => text.Body.ShouldBe("我也看见了"),
            () => text.Quoted.ShouldBe("东门的灯灭了"),
            () => text.QuotedSender.ShouldBe("老周"));
    }

    [Theory]
    [InlineData("[图片]", true, "")]
    [InlineData("[视频] 看看这水", true, "看看这水")]
    [InlineData("[语音] 12''", false, "")]
    [InlineData("[语音转文字] 喂灯不亮了", false, "喂灯不亮了")]
    public void Placeholders_are_taken_off(string said, bool picture, string body)
    {
        MessageText text = MessageText.Parse(said, Bot, hasImages: false);
        (text.HasPicture, text.Body).ShouldBe((picture, body));
    }

    [Fact]
    public void Calling_the_bot_is_seen() =>
        MessageText.Parse("@网格小助手 几点开门", Bot, hasImages: false).ShouldSatisfyAllConditions(
            text => text.NamesBot.ShouldBeTrue(), text => text.Body.ShouldBe("几点开门"));

    [Fact]
    public void Hostile_brackets_come_to_an_end()
    {
        string hostile = string.Concat(Enumerable.Repeat("「：", 50_000));
        MessageText.Parse(hostile, Bot, hasImages: false).Body.Length.ShouldBeLessThanOrEqualTo(hostile.Length);
    }
}
