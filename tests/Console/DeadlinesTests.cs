using System.Net;
using Bot.Grids.Holidays;
using Bot.Grids.SignIn;
using Bot.Tickets;
using Bot.Tickets.Deadlines;
using Tests.Support;

namespace Tests.Console;

/// <summary>时限 and 紧急: who sees them, what is saved, what comes back wrong.</summary>
public sealed class DeadlinesTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private const string Page = "/console/deadlines";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_community_edits_the_times_and_nobody_below_sees_them()
    {
        HttpClient staff = await rig.Host.SignInAsync("周敏", Access.Worker);
        (await staff.GetTextAsync(Page)).ShouldContain("现在用的是默认值");
        foreach (string person in new[] { ConsoleRig.Lead, "小孟", "物业张经理" })
        {
            HttpClient other = await rig.Host.SignInAsync(person, Access.Worker);
            (await other.GetAsync(Page, Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, person);
        }

        HttpResponseMessage wrong = await staff.PostFormAsync(Page, Page, Fields(("HighHours", "三小时"), ("ToHour", "7")));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        string back = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Token));
        back.ShouldContain("“三小时”不是整数，请填1到72的数");
        back.ShouldContain("value=\"三小时\"");
        rig.Host.Get<DeadlineStore>().Change.ShouldBeNull();

        (await staff.PostFormAsync(Page, Page, Fields(("HighHours", "4")))).Headers.Location!.ToString().ShouldBe(Page);
        string saved = await staff.GetTextAsync(Page);
        saved.ShouldContain("时限已保存");
        saved.ShouldContain("周敏");
        rig.Host.Get<TicketDeadlines>().Preset.Times.ShouldBe(new TicketOptions { HighHours = 4, WorkingTime = false });

        (await staff.PostFormAsync(Page, $"{Page}/restore")).Headers.Location!.ToString().ShouldBe(Page);
        rig.Host.Get<DeadlineStore>().Change.ShouldNotBeNull("nobody agreed");
        await staff.PostFormAsync(Page, $"{Page}/restore", ("sure", "true"));
        rig.Host.Get<DeadlineStore>().Current.Times.ShouldBe(new TicketOptions());
        (await rig.ReadAsync(db => Task.FromResult(db.Set<DeadlineRow>().Count()))).ShouldBe(0);
    }

    [Fact]
    public async Task A_year_of_holidays_is_pasted_and_what_is_wrong_comes_back()
    {
        int next = rig.Host.Get<TimeProvider>().GetUtcNow().Year + 1;
        (await rig.Admin.GetTextAsync(Page)).ShouldContain($"{next}年放假安排尚未录入");
        HttpResponseMessage wrong = await rig.Admin.PostFormAsync(Page, $"{Page}/holidays", ("year", $"{next}"), ("text", "元旦：1月1日放假。"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        string back = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Token));
        back.ShouldContain("没有认出这几个节：春节");
        back.ShouldContain(">元旦：1月1日放假。</textarea>");

        string text = "元旦：1月1日放假。\n春节：2月6日至12日放假，共7天。\n清明节：4月5日放假。\n劳动节：5月1日放假。\n端午节：6月9日放假。\n中秋节：9月15日放假。\n国庆节：10月1日至7日放假。";
        (await rig.Admin.PostFormAsync(Page, $"{Page}/holidays", ("year", $"{next}"), ("text", text))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        rig.Host.Get<HolidayStore>().Current.IsWorkday(new DateOnly(next, 10, 7)).ShouldBeFalse();
        (await rig.Admin.GetTextAsync(Page)).ShouldContain($"{next}年：放假19天");
    }

    [Fact]
    public async Task An_emergency_shows_who_was_called_and_how_long_it_took_within_the_grid_of_whoever_looks()
    {
        int number = await rig.OpenAsync("楼道里好大煤气味", urgency: Urgency.Emergency, matter: "燃气异味");
        string open = await rig.Worker.GetTextAsync("/console/alerts");
        open.ShouldContain("还没有人应答，已叫1次");
        open.ShouldContain($"{ConsoleRig.Lead}（今天");
        HttpClient elsewhere = await rig.Host.SignInAsync("何建国", Access.Worker);
        (await elsewhere.GetTextAsync("/console/alerts")).ShouldNotContain("燃气异味");
        (await elsewhere.PostFormAsync("/console/alerts", $"/console/alerts/{number}/acknowledge")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await rig.Worker.PostFormAsync("/console/alerts", $"/console/alerts/{number}/acknowledge", ("back", "/console/alerts"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        string past = await rig.Admin.GetTextAsync("/console/alerts");
        past.ShouldContain($"{ConsoleRig.Lead} 今天");
        past.ShouldContain("用时1分钟，叫了1次");
    }

    private static (string, string)[] Fields(params (string Name, string Value)[] changed)
    {
        Dictionary<string, string> fields = DeadlineField.All.ToDictionary(field => field.Name, field => field.Of(new TicketOptions()).ToString());
        foreach ((string name, string value) in changed) { fields[name] = value; }
        return [.. fields.Select(field => (field.Key, field.Value))];
    }
}
