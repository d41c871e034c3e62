using System.Net;
using Bot.Tickets;
using Tests.Support;

namespace Tests.Console;

/// <summary>派给, 接单, 退回, 转办, 拆分 and 撤销 as they are done on the page.</summary>
public sealed class HandOverTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private const string Repairer = "物业维修老吴";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_usual_person_is_one_tap_away_and_takes_it_with_another()
    {
        int number = await rig.OpenAsync();
        using HttpClient repairer = await rig.Host.SignInAsync(Repairer, "worker");
        (await rig.Worker.GetTextAsync($"/console/tickets/{number}")).ShouldContain(">派给物业张经理</button>");
        (await PostAsync(rig.Worker, number, "dispatch", ("version", "1"), ("to", Repairer))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await rig.Worker.GetTextAsync($"/console/tickets/{number}")).ShouldContain($"已派给{Repairer}，等接单，离承诺还有");
        string mine = await repairer.GetTextAsync("/console/tickets?state=mine");
        mine.ShouldContain($"{number}号");
        (await rig.Worker.GetTextAsync("/console/tickets?state=mine")).ShouldNotContain($"/console/tickets/{number}\"");
        string page = await repairer.GetTextAsync($"/console/tickets/{number}");
        page.ShouldContain(">接单</button>");
        (await PostAsync(repairer, number, "claim", ("version", "2"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await repairer.GetTextAsync($"/console/tickets/{number}")).ShouldContain($"{Repairer}在办，离承诺还有");
        (await rig.ToldAsync(number)).ShouldBeEmpty();

        int next = await rig.OpenAsync();
        (await rig.Worker.GetTextAsync($"/console/tickets/{next}")).ShouldContain(">派给物业吴师傅</button>");
    }

    [Fact]
    public async Task What_comes_back_says_why_and_a_reason_too_long_stays_in_its_field()
    {
        int number = await rig.OpenAsync();
        using HttpClient repairer = await rig.Host.SignInAsync(Repairer, "worker");
        await PostAsync(rig.Worker, number, "dispatch", ("version", "1"), ("to", Repairer));
        HttpResponseMessage kept = await PostAsync(repairer, number, "return", ("version", "2"), ("reason", new string('长', 201)));
        kept.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        string page = WebUtility.HtmlDecode(await kept.Content.ReadAsStringAsync(Token));
        page.ShouldContain("请写在200字以内，现在有201字");
        page.ShouldContain(new string('长', 201));

        await PostAsync(repairer, number, "return", ("version", "2"), ("reason", "要维保公司的钥匙"));
        page = await rig.Worker.GetTextAsync($"/console/tickets/{number}");
        page.ShouldContain("退回：要维保公司的钥匙");
        (await rig.Worker.GetTextAsync("/console/tickets?state=mine")).ShouldContain($"/console/tickets/{number}\"");
    }

    [Fact]
    public async Task A_partner_is_called_and_the_group_hears_of_it_only_when_wanted()
    {
        const string Power = "城东供电所";
        int silent = await rig.OpenAsync("整栋楼停电了", matter: "停电");
        string page = await rig.Worker.GetTextAsync($"/console/tickets/{silent}");
        page.ShouldContain("href=\"tel:01055550103\"");
        page.ShouldContain($"已电话派给{Power}");
        await PostAsync(rig.Worker, silent, "dispatch", ("version", "1"), ("to", Power), ("phoned", "true"));
        Ticket given = await rig.TicketAsync(silent);
        (given.Assignee, given.AssigneeKind, given.IsPhoned).ShouldBe((Power, HandlerKind.Partner, true));
        (await rig.ToldAsync(silent)).ShouldBeEmpty();

        int told = await rig.OpenAsync("整栋楼停电了", matter: "停电");
        await PostAsync(rig.Worker, told, "dispatch", ("version", "1"), ("to", Power), ("phoned", "true"), ("tell", "true"));
        (await rig.ToldAsync(told)).ShouldHaveSingleItem().Text
            .ShouldStartWith($"停电归{Power}管，请打010-55550103报小区和楼号。我先记下（{told}号），");

        await PostAsync(rig.Worker, told, "reassign", ("version", "2"), ("to", "春和苑物业服务中心"), ("phoned", "true"));
        (await rig.TicketAsync(told)).AssigneeKind.ShouldBe(HandlerKind.Property);
        (await rig.ToldAsync(told)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task By_telephone_to_someone_who_is_not_on_the_list()
    {
        int number = await rig.OpenAsync();
        await PostAsync(rig.Worker, number, "dispatch", ("version", "1"), ("to", "供电公司老马"), ("phoned", "true"));
        string page = await rig.Worker.GetTextAsync($"/console/tickets/{number}");
        page.ShouldContain("已电话派给供电公司老马，离承诺还有");
        page.ShouldNotContain(">接单</button>");
        HttpResponseMessage stranger = await PostAsync(rig.Worker, number, "reassign", ("version", "2"), ("to", "没这个人"));
        WebUtility.HtmlDecode(await stranger.Content.ReadAsStringAsync(Token)).ShouldContain("名单里没有没这个人");
        await PostAsync(rig.Worker, number, "reassign", ("version", "2"), ("to", ConsoleRig.Lead));
        (await rig.TicketAsync(number)).ShouldSatisfyAllConditions(
            ticket => ticket.State.ShouldBe(TicketState.Claimed), ticket => ticket.IsPhoned.ShouldBeFalse());
    }

    [Fact]
    public async Task A_merge_is_taken_back_from_the_line_that_tells_of_it()
    {
        int first = await rig.OpenAsync();
        int second = await rig.OpenAsync("也是电梯");
        await PostAsync(rig.Worker, second, "merge", ("version", "1"), ("into", $"{first}"), ("back", "/console/tickets"));
        string page = await rig.Worker.GetTextAsync("/console/tickets");
        page.ShouldContain($"action=\"/console/tickets/{second}/unmerge\"");
        (await rig.Worker.GetTextAsync($"/console/tickets/{second}")).ShouldContain("并错了，撤销");
        await PostAsync(rig.Worker, second, "unmerge", ("back", "/console/tickets"));
        (await rig.TicketAsync(second)).ShouldSatisfyAllConditions(
            ticket => ticket.State.ShouldBe(TicketState.Captured), ticket => ticket.Reports.ShouldHaveSingleItem());
    }

    [Fact]
    public async Task Several_messages_are_split_off_on_one_form()
    {
        int first = await rig.OpenAsync();
        foreach (string text in new[] { "4号楼灯不亮", "4号楼也黑" })
        {
            await PostAsync(rig.Worker, await rig.OpenAsync(text), "merge", ("version", "1"), ("into", $"{first}"));
        }
        Ticket ticket = await rig.TicketAsync(first);
        (await rig.Worker.GetTextAsync($"/console/tickets/{first}/split")).ShouldContain("4号楼也黑");
        (string, string)[] labels =
            [("version", $"{ticket.Version}"), ("matter", "楼道灯不亮"), ("category", "生活便民"), ("topic", "楼道灯"), ("location", "4号楼"), ("urgency", "normal"), ("back", "/console")];

        HttpResponseMessage none = await PostAsync(rig.Worker, first, "split", labels);
        none.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        WebUtility.HtmlDecode(await none.Content.ReadAsStringAsync(Token)).ShouldContain("value=\"楼道灯不亮\"");
        await PostAsync(rig.Worker, first, "split", [.. labels, .. ticket.Reports.Where(report => report.Text.StartsWith('4')).Select(report => ("report", $"{report.Id}"))]);

        (await rig.TicketAsync(first)).Reports.ShouldHaveSingleItem();
        (await rig.Worker.GetTextAsync("/console/tickets?q=楼道灯不亮")).ShouldContain("楼道灯不亮");
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, int number, string act, params (string, string)[] fields) =>
        browser.PostFormAsync("/console", $"/console/tickets/{number}/{act}", fields);
}
