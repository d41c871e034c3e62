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
        (await rig.Worker.GetTextAsync($"/console/questions/{number}")).ShouldContain("尊老金满几岁能领");
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

    [Fact]
    public async Task The_list_shows_twenty_matters_a_page_and_what_is_done_is_found_again()
    {
        foreach (int court in Enumerable.Range(1, 22)) { await rig.AskAsync($"羽毛球{court}号场地在什么位置"); }
        string first = await rig.Admin.GetTextAsync("/console/questions");
        first.Split("<section class=\"card").Length.ShouldBeLessThanOrEqualTo(21);
        first.Length.ShouldBeLessThan(100_000);
        (await rig.Admin.GetTextAsync("/console/questions?page=2")).ShouldContain("看前面的");

        int number = await rig.AskAsync("露天电影院在什么位置");
        await rig.Worker.PostFormAsync("/console/questions", $"/console/questions/{number}/dismiss", ("version", "0"), ("reason", "问的是外区"));
        (await rig.Worker.GetTextAsync("/console/questions?state=dismissed&q=露天电影院")).ShouldContain("没回：问的是外区");
        (await rig.Worker.GetTextAsync($"/console/questions/{number}")).ShouldContain("还是要回");
    }

    [Fact]
    public async Task Two_who_ask_the_same_stand_on_one_card_and_get_one_answer()
    {
        int number = await rig.AskAsync("直饮水机滤芯多久换一次");
        int other = await rig.AskAsync("请问直饮水机的滤芯多久换一次呀");
        string page = await rig.Worker.GetTextAsync($"/console/questions/{number}");
        page.ShouldContain("2个人问");
        page.ShouldContain($"value=\"{other}.0\"");
        await rig.Worker.PostFormAsync($"/console/questions/{number}", $"/console/questions/{number}/owner", ("version", "0"), ("owner", ConsoleRig.Lead), ("shown", $"{other}.0"));
        await rig.Worker.PostFormAsync(
            $"/console/questions/{number}", $"/console/questions/{number}/answer", ("version", "1"), ("answer", "三个月换一次"), ("shown", $"{other}.1"), ("also", $"{other}.1"));
        (await ItemAsync(other)).Answer.ShouldBe("三个月换一次");
        (await rig.Worker.GetTextAsync($"/console/questions/{number}")).ShouldContain("下次群里会听到");
    }

    private Task<HandOff> ItemAsync(int number) => rig.ReadAsync(db => db.Set<HandOff>().SingleAsync(item => item.Number == number, Token));
}
