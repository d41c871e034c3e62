using Bot.Ai;
using Bot.Triage.Wording;

namespace Tests.Triage.Wording;

/// <summary>Nothing that a model says reaches the group unless the passage says it.</summary>
public sealed class WordingReaderTests
{
    private const string Passage = "尊老金按月发放，\n每月15日打到社保卡。\n\n未满80周岁的不发。申请时带身份证到社区3号窗口。";
    private const string Question = "尊老金什么时候到账，是不是找李四领现金";

    [Fact]
    public void A_sentence_that_rests_on_its_quote_is_taken() =>
        Read("""{"sentences":[{"text":"尊老金每月15日打到社保卡","quote":"尊老金按月发放， 每月15日打到社保卡"}]}""").ShouldBe(("尊老金每月15日打到社保卡。", null));

    [Fact]
    public void Thoughts_and_fences_around_it_are_dropped() =>
        Read("<think>想一想 {}</think>```json\n{\"sentences\":[{\"text\":\"每月15日打到社保卡\",\"quote\":\"每月15日打到社保卡\"}]}\n```").Words.ShouldBe("每月15日打到社保卡。");

    [Theory]
    [InlineData("尊老金每月20日打到社保卡", "每月15日打到社保卡", "another number")]
    [InlineData("尊老金每月5日打到社保卡", "每月15日打到社保卡", "a part of the number")]
    [InlineData("尊老金每月十五日打到社保卡", "每月15日打到社保卡", "a number written otherwise")]
    [InlineData("尊老金每月15日打到社保卡", "每月15号打到社保卡", "a quote that is not there")]
    [InlineData("80周岁的发", "未满80周岁的不发", "what the quote denies")]
    [InlineData("请您放心，我们社区工作人员一定会尽快处理好的", "每月15日打到社保卡", "words of its own")]
    [InlineData("每月15日打到社保卡，见 https://x.cn", "每月15日打到社保卡", "a link")]
    [InlineData("@全体 每月15日打到社保卡", "每月15日打到社保卡", "a call")]
    [InlineData("每月15日打到社保卡，或上abc点ink办", "每月15日打到社保卡", "a name of another script")]
    [InlineData("每月15日打到社保卡，或上аbc办", "每月15日打到社保卡", "letters that only look like it")]
    [InlineData("每月15日打到社保卡，社保卡.社保", "每月15日打到社保卡", "an address")]
    [InlineData("每月15日打到社保卡，一三八零零一三", "每月15日打到社保卡", "a telephone in Chinese digits")]
    [InlineData("每月15日打到社保卡，①⑤日", "每月15日打到社保卡", "digits of another kind")]
    [InlineData("每月15日打到​社保卡", "每月15日打到社保卡", "a sign that nobody sees")]
    [InlineData("每月15日打到‮社保卡", "每月15日打到社保卡", "a sign that turns the line")]
    [InlineData("每月15日打到社保卡，找李四领现金", "每月15日打到社保卡", "words of the question")]
    [InlineData("15日", "15日", "a quote too short")]
    public void What_does_not_is_refused(string said, string quote, string why)
    {
        Read($$"""{"sentences":[{"text":"{{said}}","quote":"{{quote}}"}]}""").ShouldBe((null, ModelOutcome.WrongSchema), why);
    }

    [Fact]
    public void Names_of_other_scripts_that_the_quote_says_are_said()
    {
        const string Passage = "缴费请用“社区e家”APP，客服电话一二三四五。";
        WordingReader.Read($$"""{"sentences":[{"text":"用社区e家APP缴费，电话一二三四五","quote":"{{Passage}}"}]}""", Passage, Question, room: 80)
            .Words.ShouldBe("用社区e家APP缴费，电话一二三四五。");
    }

    [Theory]
    [InlineData("尊老金每月15日发", ModelOutcome.NotJson)]
    [InlineData("""{"sentences":[]}""", ModelOutcome.NoAnswer)]
    [InlineData("""{"sentences":"每月15日"}""", ModelOutcome.WrongSchema)]
    [InlineData("""{"answer":"每月15日"}""", ModelOutcome.WrongSchema)]
    [InlineData("""{"sentences":[{"text":"每月15日打到社保卡"}]}""", ModelOutcome.WrongSchema)]
    public void What_has_another_shape_is_refused(string text, ModelOutcome why) => Read(text).ShouldBe((null, why));

    [Fact]
    public void What_is_too_long_for_the_group_is_refused() =>
        WordingReader.Read("""{"sentences":[{"text":"每月15日打到社保卡","quote":"每月15日打到社保卡"}]}""", Passage, Question, room: 8).Rejected.ShouldBe(ModelOutcome.WrongSchema);

    private static (string? Words, ModelOutcome? Rejected) Read(string text) => WordingReader.Read(text, Passage, Question, room: 80);
}
