using Bot.Messaging;
using Tests.Support;

namespace Tests.Console;

/// <summary>问地点, from 待审 and from the ticket's page.</summary>
public sealed class AskPlaceTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    [Theory]
    [InlineData("/console/review")]
    [InlineData("/console/tickets/{0}")]
    public async Task One_tap_asks_the_group_quoting_the_report(string page)
    {
        int number = await rig.OpenAsync("路灯不亮了", location: null, matter: "路灯不亮");
        string back = string.Format(null, page, number);
        (await rig.Worker.GetTextAsync(back)).ShouldContain($"action=\"/console/tickets/{number}/place\"");
        await AskAsync(number, back);

        (await rig.Worker.GetTextAsync(back)).ShouldContain($"{number}号已在群里问地点");
        OutboxMessage said = (await rig.ToldAsync(number)).ShouldHaveSingleItem();
        said.Text.ShouldBe($"【{number}号】路灯不亮：请问是几号楼几单元？");
        said.ReplyTo.ShouldBe((await rig.TicketAsync(number)).Reports[0].MessageId);
        string after = await rig.Worker.GetTextAsync(back);
        after.ShouldContain("在群里问过地点，还没有回");
        after.ShouldNotContain($"/console/tickets/{number}/place\"");
    }

    [Fact]
    public async Task A_second_question_is_refused_with_its_reason()
    {
        int number = await rig.OpenAsync("井盖松了", location: null);
        await AskAsync(number, "/console/review");
        await AskAsync(number, "/console/review");
        (await rig.Worker.GetTextAsync($"/console/tickets/{number}")).ShouldContain($"{number}号在群里问过地点了");
        (await rig.ToldAsync(number)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_has_a_place_is_not_asked_for_it()
    {
        int number = await rig.OpenAsync();
        (await rig.Worker.GetTextAsync($"/console/tickets/{number}")).ShouldNotContain($"/console/tickets/{number}/place\"");
        await AskAsync(number, "/console/review");
        (await rig.Worker.GetTextAsync($"/console/tickets/{number}")).ShouldContain("的地点是3号楼1单元，不用再问");
        (await rig.ToldAsync(number)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_private_matter_is_asked_about_by_telephone()
    {
        int number = await rig.OpenAsync("楼上两口子打架", location: null);
        if (!(await rig.TicketAsync(number)).IsPrivate)
        {
            await rig.Worker.PostFormAsync("/console", $"/console/tickets/{number}/private", ("version", "1"), ("on", "true"));
        }
        (await rig.Worker.GetTextAsync($"/console/tickets/{number}")).ShouldContain("请打电话问");
        await AskAsync(number, "/console/review");
        (await rig.Worker.GetTextAsync($"/console/tickets/{number}")).ShouldContain("私密的事不在群里问，请打电话问");
        (await rig.ToldAsync(number)).ShouldBeEmpty();
    }

    private async Task AskAsync(int number, string back) => await rig.Worker.PostFormAsync(
        "/console", $"/console/tickets/{number}/place", ("version", (await rig.TicketAsync(number)).Version.ToString(null, null)), ("back", back));
}
