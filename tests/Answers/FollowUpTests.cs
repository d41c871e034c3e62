using Bot.Answers;
using Knowledge;

namespace Tests.Answers;

public sealed class FollowUpTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("那要带什么材料？")]
    [InlineData("几点开门？")]
    [InlineData("外地户口呢？")]
    [InlineData("要本人去吗")]
    [InlineData("在哪办")]
    [InlineData("周末开不开门？")]
    [InlineData("那居住证怎么办？")]
    public void Asks_on(string text) => FollowUps.Is(text).ShouldBeTrue();

    [Theory]
    [InlineData("社保卡丢了怎么补办？")]
    [InlineData("谢谢")]
    [InlineData("知道了")]
    [InlineData("那好的")]
    [InlineData("电梯什么时候修好")]
    public void Does_not_ask_on(string text) => FollowUps.Is(text).ShouldBeFalse();

    [Theory]
    [InlineData("帮我查一下", true)]
    [InlineData("麻烦您帮我看看", true)]
    [InlineData("那能不能帮我查查呀", true)]
    [InlineData("帮我查一下社保交了几年", false)]
    [InlineData("帮我看一下电梯", false)]
    [InlineData("查一下天气", false)]
    public void Presses_without_a_subject_of_its_own(string text, bool presses) => FollowUps.Presses(text).ShouldBe(presses);

    [Theory]
    [InlineData("请问社保卡丢了怎么补办？", "那要带什么材料？", "社保卡丢了补办 要带什么材料？")]
    [InlineData("尊老金怎么领", "外地户口呢？", "尊老金怎么领 外地户口呢？")]
    [InlineData("我的尊老金怎么没发", "几点开门？", "尊老金发 几点开门？")]
    public void The_subject_is_carried_over(string earlier, string said, string asked) => FollowUps.Carry(earlier, said).ShouldBe(asked);

    [Fact]
    public void The_subject_goes_on_through_a_second_follow_up()
    {
        string first = FollowUps.Named("请问社保卡丢了怎么补办？", "那要带什么材料？");
        first.ShouldBe("社保卡丢了补办：那要带什么材料？");
        FollowUps.Carry(first, "几点开门？").ShouldBe("社保卡丢了补办 几点开门？");
    }

    [Fact]
    public void It_goes_on_from_the_answer_quoted_or_from_the_askers_own_question_of_the_last_minutes()
    {
        AskedQuestion own = Asked("尊老金怎么领", "a", "q1", minutes: 4), other = Asked("居住证怎么办", "b", "q2", minutes: 2);
        AskedQuestion[] lately = [other, own];
        FollowUps.Earlier(lately, "a", null, null, Now).ShouldBe(own);
        FollowUps.Earlier(lately, "c", null, null, Now).ShouldBeNull();
        FollowUps.Earlier(lately, "a", "r9", other.Reply, Now).ShouldBe(other);
        FollowUps.Earlier(lately, "c", null, other.Reply[..16], Now).ShouldBe(other);
        FollowUps.Earlier(lately, "c", "q1", null, Now).ShouldBe(own);
        FollowUps.Earlier(lately, "a", null, "明天一起吃饭吗，我请客，来不来呀", Now).ShouldBeNull();
        FollowUps.Earlier([Asked("尊老金怎么领", "a", "q1", minutes: 11)], "a", null, null, Now).ShouldBeNull();
    }

    [Fact]
    public void The_wording_that_is_answered_counts()
    {
        Answer sure = Of(true, 0.9), less = Of(true, 0.7), no = Of(false, 0.2);
        FollowUps.Better("几点开门", less, sure).ShouldBe(less);
        FollowUps.Better("那居住证怎么办", less, sure).ShouldBe(sure);
        FollowUps.Better("那居住证怎么办", no, sure).ShouldBe(sure);
        FollowUps.Better("几点开门", no, sure).ShouldBe(no, "an hour of some other office is worse than none");
        FollowUps.Better("外地户口呢", less, sure).ShouldBe(less);
    }

    private static Answer Of(bool answered, double confidence) => new("", answered, confidence, [], null, []);

    private static AskedQuestion Asked(string question, string asker, string id, int minutes) => new()
    {
        Question = question,
        Asker = asker,
        Group = "群",
        Channel = "webchat",
        Conversation = "群",
        MessageId = id,
        AskedAt = Now.AddMinutes(-minutes),
        Reply = $"关于{question}，带身份证到社区3号窗口办理。依据：《办事指南》",
    };
}
