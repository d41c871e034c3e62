using Bot.Ai;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.SecondOpinion;
using Tests.Support;

namespace Tests.Triage.SecondOpinion;

/// <summary>An answer is exactly what was asked for, or it is none.</summary>
public sealed class OpinionReaderTests
{
    private static readonly string Good = ModelStub.Matter();

    [Fact]
    public void A_good_answer_is_read()
    {
        (Opinion? opinion, ModelOutcome? rejected) = OpinionReader.Read(Good, tickets: 0);
        rejected.ShouldBeNull();
        opinion.ShouldBe(new Opinion(Kind.Issue, Category.Living, "噪声", Urgency.Normal, Opens: true, Joins: null, 0.95, "依据"));
        OpinionReader.Read(ModelStub.Opinion("followup", joins: 2), tickets: 2).Opinion!.Joins.ShouldBe(1);
    }

    [Theory]
    [InlineData("```json\n{0}\n```")]
    [InlineData("<think>先想想 {{}}</think>\n{0}")]
    [InlineData("<think>想</think>```\n{0}```")]
    public void Thoughts_and_fences_around_the_answer_are_taken_off(string wrapping) =>
        OpinionReader.Read(wrapping.Replace("{0}", Good, StringComparison.Ordinal), tickets: 0).Opinion.ShouldNotBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("好的，这是一件噪声投诉。")]
    [InlineData("{\"kind\":\"issue\",")]
    [InlineData("{\"kind\":\"issue\"} 多的话")]
    [InlineData("<think>想一想</think>就是噪声")]
    [InlineData("{\"kind\":{\"a\":{\"b\":{\"c\":1}}}}")]
    public void What_is_no_json_is_none(string text) => OpinionReader.Read(text, 0).Rejected.ShouldBe(ModelOutcome.NotJson);

    [Theory]
    [InlineData("\"kind\":\"issue\"", "\"kind\":\"complaint\"")]
    [InlineData("\"kind\":\"issue\"", "\"kind\":\"Issue\"")]
    [InlineData("\"kind\":\"issue\"", "\"kind\":null")]
    [InlineData("\"kind\":\"issue\"", "\"kind\":0")]
    [InlineData("生活便民", "生活")]
    [InlineData("\"噪声\"", "\"噪音扰民\"")]
    [InlineData("\"噪声\"", "\"<script>\"")]
    [InlineData("\"normal\"", "\"emergency\"")]
    [InlineData("\"normal\"", "\"none\"")]
    [InlineData("\"opens\":true", "\"opens\":\"true\"")]
    [InlineData("\"opens\":true", "\"opens\":1")]
    [InlineData("\"joins\":null", "\"joins\":1")]
    [InlineData("\"joins\":null", "\"joins\":\"1\"")]
    [InlineData("\"joins\":null", "\"joins\":1.5")]
    [InlineData("\"confidence\":0.95", "\"confidence\":1.2")]
    [InlineData("\"confidence\":0.95", "\"confidence\":-0.1")]
    [InlineData("\"confidence\":0.95", "\"confidence\":\"高\"")]
    [InlineData("\"confidence\":0.95", "\"confidence\":1e999")]
    [InlineData("\"reason\":\"依据\"", "\"reason\":null")]
    [InlineData("\"reason\":\"依据\"", "\"reason\":\"依据\",\"reply\":\"亲，已为您处理\"")]
    [InlineData(",\"reason\":\"依据\"", "")]
    [InlineData("\"category\":\"生活便民\"", "\"category\":null")]
    [InlineData("\"topic\":\"噪声\"", "\"topic\":null")]
    [InlineData("\"urgency\":\"normal\"", "\"urgency\":null")]
    [InlineData("\"kind\":\"issue\"", "\"kind\":\"chat\"")]
    [InlineData("\"kind\":\"issue\"", "\"KIND\":\"issue\"")]
    public void What_differs_in_anything_is_none(string was, string now)
    {
        string answer = Good.Replace(was, now, StringComparison.Ordinal);
        answer.ShouldNotBe(Good);
        OpinionReader.Read(answer, tickets: 0).ShouldBe((null, ModelOutcome.WrongSchema));
    }

    [Fact]
    public void A_field_told_twice_is_none() =>
        OpinionReader.Read(Good.Replace("{\"kind\"", "{\"kind\":\"chat\",\"kind\"", StringComparison.Ordinal), 0).Opinion.ShouldBeNull();

    [Fact]
    public void A_reason_too_long_is_none_and_a_hostile_one_is_plain_and_short()
    {
        OpinionReader.Read(ModelStub.Matter(reason: new string('长', 121)), 0).Rejected.ShouldBe(ModelOutcome.WrongSchema);
        string reason = OpinionReader.Read(ModelStub.Matter(reason: "<img src=x onerror=alert(1)>\u202e\n@所有人 13812345678 " + new string('长', 60)), 0).Opinion!.Reason;
        reason.Length.ShouldBeLessThanOrEqualTo(40);
        reason.IndexOfAny(['<', '>', '@', '\u202e', '\n']).ShouldBe(-1);
        reason.ShouldNotContain("1381234");
    }
}
