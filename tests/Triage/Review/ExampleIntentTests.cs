using Bot.Triage;
using Bot.Triage.Review;

namespace Tests.Triage.Review;

/// <summary>People say what a message is; what it does to a matter follows from its words.</summary>
public sealed class ExampleIntentTests
{
    [Theory]
    [InlineData(Kind.Issue, Intent.None, "电梯坏了", false, Intent.Report)]
    [InlineData(Kind.Issue, Intent.None, "我家也是这样", true, Intent.MeToo)]
    [InlineData(Kind.Issue, Intent.Detail, "在三楼", true, Intent.Detail)]
    [InlineData(Kind.Issue, Intent.Urge, "电梯坏了", false, Intent.Report)]
    [InlineData(Kind.Followup, Intent.None, "还没修好", false, Intent.NotFixed)]
    [InlineData(Kind.Followup, Intent.None, "不用来了", false, Intent.Withdrawn)]
    [InlineData(Kind.Followup, Intent.Relapse, "还没修好", false, Intent.Relapse)]
    [InlineData(Kind.Followup, Intent.Report, "那件事", false, Intent.Update)]
    [InlineData(Kind.Offer, Intent.None, "我来帮忙", false, Intent.Claim)]
    [InlineData(Kind.Offer, Intent.None, "谁要旧书", false, Intent.Volunteer)]
    [InlineData(Kind.Chat, Intent.Report, "电梯坏了", false, Intent.None)]
    [InlineData(Kind.Question, Intent.Neighbour, "谁有梯子", false, Intent.None)]
    public void The_intent_goes_with_the_kind(Kind kind, Intent guess, string text, bool joins, Intent expected) =>
        ExampleIntents.Of(kind, guess, text, byStaff: false, joins).ShouldBe(expected);

    [Fact]
    public void Staff_tell_of_progress() => ExampleIntents.Of(Kind.Followup, Intent.None, "师傅在路上", byStaff: true).ShouldBe(Intent.Progress);
}
