using System.Net;
using Bot.Console.Day;
using Bot.Grids;
using Bot.Grids.Duty;
using Bot.Messaging;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Console;

/// <summary>早上好, 中午看一眼, 交班.</summary>
public sealed class DayTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private const string Grid = "第一网格";
    private const string Next = "林志强";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(8, DayPart.Morning)]
    [InlineData(10.9, DayPart.Morning)]
    [InlineData(12, DayPart.Noon)]
    [InlineData(17, DayPart.Evening)]
    [InlineData(2, DayPart.Evening)]
    public void The_look_fits_the_hour(double hour, DayPart part) => DayParts.At(new DateTime(2026, 11, 21).AddHours(hour)).ShouldBe(part);

    [Fact]
    public async Task The_morning_names_what_presses_and_leads_to_its_rows()
    {
        int late = await rig.OpenAsync("水管漏了", "4-1-101", location: "4号楼1单元");
        await rig.WriteAsync(async (db, token) =>
        {
            Ticket ticket = (await db.FindTicketAsync(late, token))!;
            ticket.DueAt = ticket.PromisedAt = DateTimeOffset.UnixEpoch;
            return true;
        });
        string page = await rig.Worker.GetTextAsync("/console/day/morning");
        page.ShouldContain("超时 1件");
        page.ShouldContain("开始处理");
        (await rig.Worker.GetTextAsync("/console/tickets?due=late")).ShouldContain($"/console/tickets/{late}");
        (await rig.Worker.GetTextAsync("/console/tickets?due=today")).ShouldNotContain($"/console/tickets/{late}\"");
    }

    [Fact]
    public async Task Noon_tells_who_is_waited_for_and_what_came_in()
    {
        int number = await rig.OpenAsync("楼道灯不亮", "6-2-301", location: "6号楼2单元");
        await rig.Worker.PostFormAsync("/console", $"/console/tickets/{number}/dispatch", ("version", "1"), ("to", "物业张经理"));
        string page = await rig.Worker.GetTextAsync("/console/day/noon");
        page.ShouldContain("物业张经理");
        page.ShouldContain($"/console/tickets/{number}");
        (await rig.Worker.GetTextAsync($"/console/tickets?person={Uri.EscapeDataString("物业张经理")}")).ShouldContain($"/console/tickets/{number}");
    }

    [Fact]
    public async Task A_shift_is_handed_over_received_and_kept()
    {
        HttpClient other = await rig.Host.SignInAsync(Next, "worker");
        HttpResponseMessage handed = await rig.Worker.PostFormAsync("/console/day/evening", "/console/day/evening", ("to", Next), ("words", "盯一下4号楼的水管"));
        string sheet = handed.Headers.Location!.ToString();
        (await rig.Worker.GetTextAsync(sheet)).ShouldContain("盯一下4号楼的水管");

        (await other.GetTextAsync("/console/day/morning")).ShouldContain("盯一下4号楼的水管");
        await other.PostFormAsync("/console", $"{sheet}/received", ("back", sheet));
        (await other.GetTextAsync(sheet)).ShouldContain("收到");
        (await other.GetTextAsync("/console/day/morning")).ShouldNotContain("盯一下4号楼的水管");
        (await rig.ReadAsync(db => db.Set<OutboxMessage>().CountAsync(row => row.Conversation == PrivateLine.To(Next) && row.Text.Contains("交班"), Token))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_shift_is_taken_back_before_anybody_hears_of_it()
    {
        HttpResponseMessage handed = await rig.Worker.PostFormAsync("/console/day/evening", "/console/day/evening", ("to", "小孟"), ("words", "点错了"));
        string sheet = handed.Headers.Location!.ToString();
        await rig.Worker.PostFormAsync(sheet, $"{sheet}/undo");
        (await rig.Worker.GetAsync(sheet, Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await rig.ReadAsync(db => db.Set<OutboxMessage>().AnyAsync(row => row.Conversation == PrivateLine.To("小孟") && row.Text.Contains("交班"), Token))).ShouldBeFalse();
    }

    [Fact]
    public async Task The_shift_goes_to_who_is_on_duty_next_and_the_duty_with_it_when_ticked()
    {
        DateTimeOffset now = rig.Host.Get<TimeProvider>().GetUtcNow();
        CommunityStore community = rig.Host.Get<CommunityStore>();
        (await community.ChangeAsync(
            current => current with
            {
                DutyChanges =
                [
                    new DutyChange(Grid, "小孟", now.AddMinutes(-1), now.AddDays(2)),
                    new DutyChange(Grid, ConsoleRig.Lead, now.AddMinutes(-1), now.AddHours(1)),
                ],
            },
            Token)).ShouldBeNull();
        string page = await rig.Worker.GetTextAsync("/console/day/evening");
        page.IndexOf("<option", StringComparison.Ordinal).ShouldBe(page.IndexOf("<option value=\"小孟\"", StringComparison.Ordinal));
        page.ShouldContain($"{Grid}的值班也换给这位");

        HttpResponseMessage handed = await rig.Worker.PostFormAsync(
            "/console/day/evening", "/console/day/evening", ("to", "小孟"), ("words", "看着水管"), ("duty", "true"));
        DutyRoster roster = rig.Host.Get<DutyRoster>();
        roster.OnDuty(Grid, now.AddMinutes(30))!.Person.Name.ShouldBe("小孟");
        string sheet = handed.Headers.Location!.ToString();
        (await rig.Worker.GetTextAsync(sheet)).ShouldContain($"{Grid}现在由小孟值班");
        await rig.Worker.PostFormAsync(sheet, $"{sheet}/undo");
        roster.OnDuty(Grid, now.AddMinutes(30))!.Person.Name.ShouldBe(ConsoleRig.Lead);
        (await community.ChangeAsync(current => current with { DutyChanges = [] }, Token)).ShouldBeNull();
    }

    [Theory]
    [InlineData("morning")]
    [InlineData("noon")]
    [InlineData("evening")]
    public async Task Who_waits_for_a_call_stands_on_the_pages_of_the_day(string part)
    {
        string who = $"来电人{part}";
        await rig.Worker.PostFormAsync(
            "/console/new", "/console/new", ("what", $"长椅断了一条腿{part}"), ("where", "11号楼3单元"), ("who", who), ("fresh", "true"), ("how", "phone"), ("key", Guid.NewGuid().ToString("N")));
        Ticket ticket = await rig.ReadAsync(db => db.Set<Ticket>().SingleAsync(ticket => ticket.Reports.Any(report => report.Sender == who), Token));
        (await rig.Worker.GetTextAsync($"/console/day/{part}")).ShouldNotContain($"请回电：{who}");
        await rig.Worker.PostFormAsync("/console/mine", $"/console/mine/{ticket.Number}/done", ("version", $"{ticket.Version}"));
        (await rig.Worker.GetTextAsync($"/console/day/{part}")).ShouldContain($"请回电：{who}");
        int version = (await rig.TicketAsync(ticket.Number)).Version;
        await rig.Worker.PostFormAsync($"/console/tickets/{ticket.Number}", $"/console/tickets/{ticket.Number}/called", ("version", $"{version}"));
        (await rig.Worker.GetTextAsync($"/console/day/{part}")).ShouldNotContain($"请回电：{who}");
        // whoever heard the result is not called again when the matter is closed
        await rig.WriteAsync((db, token) => db.Set<Ticket>().Where(row => row.Number == ticket.Number)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, TicketState.Closed).SetProperty(row => row.ClosedAt, rig.Host.Get<TimeProvider>().GetUtcNow().AddHours(1)), token));
        (await rig.Worker.GetTextAsync($"/console/day/{part}")).ShouldNotContain($"请回电：{who}");
        (await rig.Worker.GetTextAsync($"/console/tickets/{ticket.Number}")).ShouldNotContain("请回电：");
    }

    [Fact]
    public async Task A_form_without_words_comes_back_filled()
    {
        HttpResponseMessage refused = await rig.Worker.PostFormAsync("/console/day/evening", "/console/day/evening", ("to", "没有这个人"), ("words", "要盯水管"));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        string page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Token));
        page.ShouldContain("要盯水管");
        page.ShouldContain("请选一位接班的人");
    }

    [Fact]
    public async Task Nobody_else_reads_a_sheet()
    {
        HttpResponseMessage handed = await rig.Worker.PostFormAsync("/console/day/evening", "/console/day/evening", ("to", Next), ("words", "只给您看"));
        HttpClient third = await rig.Host.SignInAsync("何建国", "worker");
        (await third.GetAsync(handed.Headers.Location, Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
