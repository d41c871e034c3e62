using System.Net;
using Bot.Grids;
using Bot.Tickets;
using Tests.Support;

namespace Tests.Console;

/// <summary>The whole life of a ticket as it is lived on its page.</summary>
public sealed class TicketLifeTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_capture_to_close_in_five_taps_and_the_four_are_ticked()
    {
        int number = await rig.OpenAsync();
        await PostAsync(number, "claim");
        await PostAsync(number, "resolve", ("cause", "换了门机皮带"));
        string asked = await PageAsync(number);
        asked.ShouldContain("✓ 有反馈");
        await PostAsync(number, "verify");
        (await PageAsync(number)).ShouldContain("已核验：陈秀兰问过居民，好了");
        await PostAsync(number, "close");
        (await rig.TicketAsync(number)).State.ShouldBe(TicketState.Closed);
    }

    [Fact]
    public async Task What_the_four_lack_can_be_added_where_it_is_said()
    {
        int number = await rig.OpenAsync();
        await PostAsync(number, "accept");
        await PostAsync(number, "resolve");
        await PostAsync(number, "verify");
        string page = await PageAsync(number);
        page.ShouldContain("四有还缺<b>方案</b>");
        page.ShouldNotContain(">办结</button>");
        await PostAsync(number, "plan", ("text", "换皮带"));
        (await PageAsync(number)).ShouldContain(">办结</button>");
    }

    private string InThreeDays() => rig.Host.Get<TimeProvider>().GetUtcNow().AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Contact_plan_half_promise_later_and_up_stand_in_the_sentence_and_the_history()
    {
        int number = await rig.OpenAsync();
        await PostAsync(number, "contact", ("text", "打过电话"));
        await PostAsync(number, "plan", ("text", "等厂家来"));
        await PostAsync(number, "half", ("text", "灯还没换"));
        await PostAsync(number, "promise", ("day", InThreeDays()), ("hour", "17:00"), ("text", "等配件"), ("tell", "true"));
        await PostAsync(number, "escalate", ("text", "要动大修基金"));
        await PostAsync(number, "snooze", ("until", "reply"));
        string page = await PageAsync(number);
        page.ShouldContain("好了一半。已上报");
        page.ShouldContain("在等居民回话");
        page.ShouldContain("打过电话");
        page.ShouldContain("<dd>等厂家来</dd>");
        (await rig.ToldAsync(number)).Count.ShouldBe(2);
        await PostAsync(number, "wake");
        (await rig.TicketAsync(number)).IsSnoozed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("snooze")]
    [InlineData("promise")]
    public async Task A_time_that_is_none_comes_back(string act)
    {
        int number = await rig.OpenAsync();
        HttpResponseMessage posted = await PostAsync(number, act, ("day", "明天"), ("hour", "5点"), ("text", "等配件"));
        posted.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        WebUtility.HtmlDecode(await posted.Content.ReadAsStringAsync(Token)).ShouldContain("请把日期和时间选好");
    }

    [Fact]
    public async Task Who_comes_second_sees_the_difference_with_the_form_filled()
    {
        int number = await rig.OpenAsync();
        await rig.Admin.PostFormAsync("/console", $"/console/tickets/{number}/dispatch", ("version", "1"), ("to", ConsoleRig.Lead));
        HttpResponseMessage stale = await rig.Worker.PostFormAsync(
            "/console", $"/console/tickets/{number}/close", ("version", "1"), ("reason", "归供电公司管"));
        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        string page = WebUtility.HtmlDecode(await stale.Content.ReadAsStringAsync(Token));
        page.ShouldContain("管理员刚改过，看看差别再保存");
        page.ShouldContain("原来待审，现在已派单");
        page.ShouldContain(">归供电公司管</textarea>");
        page.ShouldContain("name=\"version\" value=\"2\"");
    }

    [Fact]
    public async Task A_tap_that_comes_second_leads_to_the_difference()
    {
        int number = await rig.OpenAsync();
        await rig.Admin.PostFormAsync("/console", $"/console/tickets/{number}/accept", ("version", "1"));
        HttpResponseMessage stale = await rig.Worker.PostFormAsync("/console", $"/console/tickets/{number}/accept", ("version", "1"), ("back", "/console/review"));
        stale.Headers.Location!.ToString().ShouldBe($"/console/tickets/{number}?since=1");
        (await rig.Worker.GetTextAsync($"/console/tickets/{number}?since=1")).ShouldContain("原来待审，现在在办");
    }

    [Fact]
    public async Task Nobody_verifies_their_own_work()
    {
        int number = await rig.OpenAsync();
        await PostAsync(number, "resolve", ("cause", "换了皮带"));
        (await PageAsync(number)).ShouldNotContain("我去看过，好了");
        (await rig.Admin.GetTextAsync($"/console/tickets/{number}")).ShouldContain("我去看过，好了");
        await PostAsync(number, "second");
        (await rig.TicketAsync(number)).State.ShouldBe(TicketState.Resolved);
        await rig.Admin.PostFormAsync("/console", $"/console/tickets/{number}/second", ("version", "2"));
        (await rig.TicketAsync(number)).VerifiedHow.ShouldBe(Verification.Second);
    }

    [Fact]
    public async Task A_rating_is_left_out_only_by_two_people_and_stays_on_the_page()
    {
        int number = await rig.OpenAsync();
        await PostAsync(number, "resolve", ("cause", "换了皮带"));
        await PostAsync(number, "rate", ("reporter", "3-1-502"), ("rating", "不满意"), ("text", "来得晚"));
        string id = (await rig.TicketWithRatingsAsync(number)).Ratings.Single().Id.ToString();
        await PostAsync(number, "exclude", ("rating", id), ("text", "说的是另一件事"));
        (await PageAsync(number)).ShouldContain("还计入，等另一位同意");
        await rig.Admin.PostFormAsync("/console", $"/console/tickets/{number}/exclude", ("version", "4"), ("rating", id), ("agree", "true"));
        string page = await PageAsync(number);
        page.ShouldContain("不计入满意率：说的是另一件事");
        page.ShouldContain("不满意，来得晚");
    }

    [Fact]
    public async Task A_private_matter_says_so_on_the_page_and_nothing_in_the_group()
    {
        int number = await rig.OpenAsync("楼上两口子吵架摔东西", location: "3号楼1单元501室", matter: "邻里纠纷");
        (await PageAsync(number)).ShouldContain(">私密</span>");
        await PostAsync(number, "resolve", ("cause", "上门调解好了"));
        string told = (await rig.ToldAsync(number)).ShouldHaveSingleItem().Text;
        told.ShouldContain("私下告诉您");
        told.ShouldNotContain("501");
        told.ShouldNotContain("纠纷");
    }

    [Fact]
    public async Task Another_groups_ticket_is_not_there_for_any_act()
    {
        int number = await rig.OpenAsync();
        string stranger = rig.Host.Get<CommunityStore>().Current.People.First(person =>
            person.Role is PersonRoles.Grid or PersonRoles.Lead or PersonRoles.Property && !Scope.Of(rig.Host.Get<CommunityStore>().Current, person.Name).Covers(ConsoleRig.Group)).Name;
        using HttpClient other = await rig.Host.SignInAsync(stranger, "worker");
        (await other.GetAsync($"/console/tickets/{number}", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.PostFormAsync("/console/more", $"/console/tickets/{number}/accept", ("version", "1"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await rig.TicketAsync(number)).State.ShouldBe(TicketState.Captured);
    }

    private Task<string> PageAsync(int number) => rig.Worker.GetTextAsync($"/console/tickets/{number}");

    private async Task<HttpResponseMessage> PostAsync(int number, string act, params (string, string)[] fields)
    {
        int version = (await rig.TicketAsync(number)).Version;
        return await rig.Worker.PostFormAsync("/console", $"/console/tickets/{number}/{act}", [("version", version.ToString()), .. fields]);
    }
}
