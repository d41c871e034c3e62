using Bot.Channels.Feishu.Sending;
using Bot.Messaging;

namespace Tests.Channels.Feishu;

public sealed class SendCodesTests
{
    [Theory]
    [InlineData(429, -1, true)]
    [InlineData(400, 99991400, true)]
    [InlineData(400, 230020, false)]
    [InlineData(200, 11232, false)]
    public void Too_often_is_waited_for_and_has_an_end(int status, long code, bool wholeChannel)
    {
        SendResult result = SendCodes.Of(Said(status, code), 0);
        (result.Outcome, result.After, result.WholeChannel).ShouldBe((SendOutcome.TryLater, TimeSpan.FromSeconds(1), wholeChannel));
        SendCodes.Of(Said(status, code), 3).After.ShouldBe(TimeSpan.FromSeconds(8));
        SendCodes.Of(Said(status, code), 30).After.ShouldBe(TimeSpan.FromMinutes(1));
        SendCodes.Of(Said(status, code) with { After = TimeSpan.FromSeconds(17) }, 3).After.ShouldBe(TimeSpan.FromSeconds(17));
        SendCodes.Of(Said(status, code) with { After = TimeSpan.FromHours(5) }, 3).After.ShouldBe(TimeSpan.FromMinutes(1));
        SendCodes.Of(Said(status, code), SendCodes.MostThrottled).Outcome.ShouldBe(SendOutcome.Refused);
    }

    [Theory]
    [InlineData(400, 230002, "机器人不在这个群里，请先把它加进群（错误码 230002）")]
    [InlineData(400, 230025, "太长，飞书不收（错误码 230025）")]
    [InlineData(400, 123456, "飞书不收（错误码 123456）")]
    [InlineData(404, -1, "飞书不收（HTTP 404）")]
    [InlineData(200, 19021, "飞书不认签名，请核对 webhook 的 Secret 和这台机器的时钟（错误码 19021）")]
    public void What_can_never_be_said_is_told_in_words(int status, long code, string words) =>
        SendCodes.Of(Said(status, code), 0).ShouldBe(new SendResult(SendOutcome.Refused, words));

    [Fact]
    public void What_may_have_been_said_is_in_doubt_and_what_was_not_is_not()
    {
        SendCodes.Of(Answer.Lost, 0).Outcome.ShouldBe(SendOutcome.Unknown);
        SendCodes.Of(Said(500, 2200), 0).Outcome.ShouldBe(SendOutcome.Unknown);
        SendCodes.Of(Said(400, 230049), 0).Outcome.ShouldBe(SendOutcome.Unknown, "it is being sent");
        SendCodes.Of(Answer.NotSent, 0).Outcome.ShouldBe(SendOutcome.TryLater);
        SendCodes.Of(Said(400, 99991663), 0).Outcome.ShouldBe(SendOutcome.TryLater);
    }

    private static Answer Said(int status, long code) => new(AnswerKind.Answered, status, code);
}
