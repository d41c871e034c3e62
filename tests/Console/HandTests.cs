using System.Net;
using Bot.Console.ByHand;
using Bot.Messaging;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Console;

/// <summary>＋代记: what is told by telephone or at the door.</summary>
public sealed class HandTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("王阿姨 13812345678", "王阿姨", "13812345678")]
    [InlineData("138 1234 5678", null, "138 1234 5678")]
    [InlineData("5号楼老赵，0512-65551234", "5号楼老赵", "0512-65551234")]
    [InlineData("3-1-502", "3-1-502", null)]
    public void The_number_is_found_beside_the_name(string who, string? name, string? phone)
    {
        HandForm form = HandForm.New(null) with { Who = who };
        (form.Name, form.Phone).ShouldBe((name, phone));
    }

    [Fact]
    public async Task A_call_becomes_a_ticket_whose_reporter_is_called_back()
    {
        int number = await RecordAsync(("what", "屋顶瓦片松了要掉下来"), ("where", "10号楼3单元"), ("who", "王阿姨 13812345678"));
        Ticket ticket = await rig.TicketAsync(number);
        ticket.State.ShouldBe(TicketState.Accepted);
        TicketReport report = ticket.Reports.ShouldHaveSingleItem();
        (report.Channel, report.Sender, report.Phone).ShouldBe((ByHand.Phone, "王阿姨", "13812345678"));
        ticket.Location.ShouldBe("10号楼3单元");
        (await AllToldAsync(number)).ShouldBeEmpty();

        await rig.Worker.PostFormAsync("/console/mine", $"/console/mine/{number}/done", ("version", ticket.Version.ToString()));
        (await AllToldAsync(number)).ShouldBeEmpty();
        string page = await rig.Worker.GetTextAsync($"/console/tickets/{number}");
        page.ShouldContain("请回电");
        page.ShouldNotContain("13812345678");
        HttpResponseMessage call = await rig.Worker.PostFormAsync($"/console/tickets/{number}", $"/console/tickets/{number}/call");
        (await call.Content.ReadAsStringAsync(Token)).ShouldContain("tel:13812345678");
        int version = (await rig.TicketAsync(number)).Version;
        await rig.Worker.PostFormAsync($"/console/tickets/{number}", $"/console/tickets/{number}/called", ("version", $"{version}"), ("words", "说好了，谢谢"));
        (await rig.Worker.GetTextAsync($"/console/tickets/{number}")).ShouldNotContain("请回电：");
    }

    [Fact]
    public async Task The_group_hears_of_it_when_it_should_and_calls_nobody_by_name()
    {
        int number = await RecordAsync(("what", "花坛边的石头绊人"), ("where", "8号楼"), ("who", "李大爷"), ("group", ConsoleRig.Group), ("tell", "true"), ("fresh", "true"));
        OutboxMessage told = (await rig.ToldAsync(number)).ShouldHaveSingleItem();
        told.Text.ShouldContain("记下了");
        told.Text.ShouldNotContain("李大爷");
        Ticket ticket = await rig.TicketAsync(number);
        await rig.Worker.PostFormAsync("/console/mine", $"/console/mine/{number}/done", ("version", ticket.Version.ToString()));
        (await rig.ToldAsync(number)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_matter_already_open_is_offered_and_joined()
    {
        int open = await RecordAsync(("what", "单元门关不上"), ("where", "12号楼1单元"));
        HttpResponseMessage offered = await PostAsync(("what", "单元门又关不上了"), ("where", "12号楼1单元"));
        offered.StatusCode.ShouldBe(HttpStatusCode.OK);
        string page = WebUtility.HtmlDecode(await offered.Content.ReadAsStringAsync(Token));
        page.ShouldContain($"并到{open}号");
        page.ShouldContain("单元门又关不上了");
        (await RecordAsync(("what", "单元门又关不上了"), ("where", "12号楼1单元"), ("into", $"{open}"))).ShouldBe(open);
        (await rig.TicketAsync(open)).Reports.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_post_that_comes_twice_is_written_once()
    {
        string key = Guid.NewGuid().ToString("N");
        int first = await RecordAsync(("key", key), ("what", "路灯整排不亮"), ("where", "5号楼"), ("fresh", "true"));
        (await RecordAsync(("key", key), ("what", "路灯整排不亮"), ("where", "5号楼"), ("fresh", "true"))).ShouldBe(first);
    }

    [Fact]
    public async Task A_form_that_cannot_be_saved_comes_back_filled()
    {
        HttpResponseMessage refused = await PostAsync(("what", ""), ("where", "9号楼"), ("who", "孙姐"));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        string page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Token));
        page.ShouldContain("9号楼");
        page.ShouldContain("孙姐");
        (await PostAsync(("what", "别的群的事"), ("group", "梧桐里网格群"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<int> RecordAsync(params (string, string)[] fields)
    {
        HttpResponseMessage saved = await PostAsync(fields);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync(Token));
        return int.Parse(saved.Headers.Location!.ToString().Split('/')[^1]);
    }

    private Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] fields)
    {
        List<(string Name, string Value)> all = [.. fields];
        if (all.All(field => field.Name != "key")) { all.Add(("key", Guid.NewGuid().ToString("N"))); }
        all.Add(("how", "phone"));
        return rig.Worker.PostFormAsync("/console/new", "/console/new", [.. all]);
    }

    private Task<List<OutboxMessage>> AllToldAsync(int number) =>
        rig.ReadAsync(db => db.Set<OutboxMessage>().Where(row => row.Ticket == number && !row.Conversation.StartsWith("私信")).ToListAsync(Token));
}
