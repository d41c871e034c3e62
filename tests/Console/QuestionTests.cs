using System.Net;
using Bot.Answers;
using Bot.Messaging;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Console;

public sealed class QuestionTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_goes_back_to_the_group()
    {
        int number = await rig.AskAsync("尊老金满几岁能领");
        (await rig.Worker.GetTextAsync("/console/questions")).ShouldContain("尊老金满几岁能领");
        await rig.Worker.PostFormAsync("/console/questions", $"/console/questions/{number}/answer", ("version", "0"), ("answer", "满80周岁，带身份证到社区3号窗口"));

        HandOff item = await ItemAsync(number);
        (item.State, item.AnsweredBy).ShouldBe((HandOffState.Answered, ConsoleRig.Lead));
        OutboxMessage told = await rig.ReadAsync(db => db.Set<OutboxMessage>().SingleAsync(row => row.ReplyTo == item.MessageId, Token));
        told.Text.ShouldContain("满80周岁");
    }

    [Fact]
    public async Task What_cannot_be_said_comes_back_with_its_words()
    {
        int number = await rig.AskAsync();
        string tooLong = new('长', HandOff.AnswerLength + 1);
        HttpResponseMessage refused = await rig.Worker.PostFormAsync("/console/questions", $"/console/questions/{number}/answer", ("version", "0"), ("answer", tooLong));
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        string page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Token));
        page.ShouldContain("没有发出");
        page.ShouldContain(tooLong);
        (await ItemAsync(number)).State.ShouldBe(HandOffState.Waiting);
    }

    [Fact]
    public async Task One_that_needs_no_answer_leaves_with_its_reason()
    {
        int number = await rig.AskAsync();
        await rig.Worker.PostFormAsync("/console/questions", $"/console/questions/{number}/dismiss", ("version", "0"), ("reason", "已当面答复"));
        HandOff item = await ItemAsync(number);
        (item.State, item.Reason).ShouldBe((HandOffState.Dismissed, "已当面答复"));
    }

    private Task<HandOff> ItemAsync(int number) => rig.ReadAsync(db => db.Set<HandOff>().SingleAsync(item => item.Number == number, Token));
}
