using Bot.Console.Work;
using Bot.Grids;
using Bot.Sheets;
using Bot.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Console;

/// <summary>What is out of sight on lists, on paper and in old sheets.</summary>
public sealed class LaterAndPrivateTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private const string Keeper = "物业张经理";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_put_off_leaves_the_lists_and_stands_under_稍后()
    {
        int number = await rig.OpenAsync("11号楼电梯坏了", location: "11号楼");
        await rig.Worker.PostFormAsync($"/console/tickets/{number}", $"/console/tickets/{number}/snooze", ("version", "1"), ("until", "reply"));
        (await rig.TicketAsync(number)).IsSnoozed.ShouldBeTrue();
        string mine = await rig.Worker.GetTextAsync("/console/mine");
        mine.ShouldNotContain($"/console/tickets/{number}\"");
        mine.ShouldContain("稍后 1件");
        (await rig.Worker.GetTextAsync("/console/mine/walk")).ShouldNotContain($"/console/tickets/{number}\"");
        foreach (string list in new[] { "/console/tickets", "/console/tickets?state=mine" })
        {
            string page = await rig.Worker.GetTextAsync(list);
            page.ShouldNotContain($"/console/tickets/{number}\"");
            page.ShouldContain("稍后 1件");
        }
        (await rig.Worker.GetTextAsync("/console/tickets?state=later")).ShouldContain($"/console/tickets/{number}\"");
    }

    [Fact]
    public async Task Private_matters_are_named_neither_in_a_shift_note_nor_on_the_paper_of_物业()
    {
        int number = await rig.OpenAsync("楼上夫妻吵架", location: "4号楼1单元", matter: "夫妻吵架");
        await rig.WriteAsync(async (db, token) =>
        {
            Ticket ticket = (await db.FindTicketAsync(number, token))!;
            ticket.DueAt = ticket.PromisedAt = DateTimeOffset.UnixEpoch;
            return ticket.Dispatch(Keeper, phoned: false, ConsoleRig.Lead, ticket.OpenedAt).IsDone;
        });
        string shift = await rig.Worker.GetTextAsync("/console/day/evening");
        shift.ShouldContain($"{number}号 私密的事");
        shift.ShouldNotContain("夫妻吵架");
        HttpClient keeper = await rig.Host.SignInAsync(Keeper, "worker");
        string walk = await keeper.GetTextAsync("/console/mine/walk");
        walk.ShouldContain("私密的事");
        walk.ShouldNotContain("夫妻吵架");
        walk.ShouldNotContain("4号楼");
    }

    [Fact]
    public async Task The_form_of_a_correction_remembers_what_it_showed()
    {
        int number = await rig.OpenAsync("灯不亮", location: null);
        string form = await rig.Worker.GetTextAsync($"/console/tickets/{number}/correct");
        form.ShouldContain("name=\"shownUrgency\" value=\"normal\"");
        await rig.WriteAsync(async (db, token) =>
            (await db.FindTicketAsync(number, token))!.Locate("9号楼", "9-1-101", rig.Host.Get<TimeProvider>().GetUtcNow()).IsDone);
        string matter = (await rig.TicketAsync(number)).Matter;
        HttpResponseMessage saved = await rig.Worker.PostFormAsync(
            $"/console/tickets/{number}/correct", $"/console/tickets/{number}/correct", ("version", "1"), ("matter", "楼道灯不亮"), ("category", "生活便民"),
            ("topic", "电梯"), ("location", ""), ("urgency", "normal"), ("shownMatter", matter), ("shownCategory", "生活便民"), ("shownTopic", "电梯"),
            ("shownLocation", ""), ("shownUrgency", "normal"), ("back", "/console"));
        saved.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync(Token));
        Ticket ticket = await rig.TicketAsync(number);
        (ticket.Matter, ticket.Location).ShouldBe(("楼道灯不亮", "9号楼"));
    }

    [Fact]
    public async Task An_old_sheet_takes_nothing_back_that_another_has_set_right()
    {
        int number = await rig.OpenAsync("门坏了", location: "5号楼");
        int version = (await rig.TicketAsync(number)).Version;
        await rig.WriteAsync(async (db, token) =>
            (await db.FindTicketAsync(number, token))!.Locate("6号楼", "6-1-101", rig.Host.Get<TimeProvider>().GetUtcNow()).IsDone);
        SheetRow[] rows =
        [
            new(1, ["编号", "什么事", "地点", "版本"]),
            new(2, [$"{number}", "单元门坏了", "5号楼", $"{version}"]),
        ];
        await using AsyncServiceScope services = rig.Host.Services.CreateAsyncScope();
        TicketImport import = services.ServiceProvider.GetRequiredService<TicketImport>();
        Scope scope = Scope.Of(rig.Host.Get<CommunityStore>().Current, ConsoleRig.Lead);
        ImportedRow old = (await import.TakeAsync(new ReadSheet("工单", rows), scope, Token)).ShouldHaveSingleItem();
        old.Problem.ShouldBe($"{number}号6-1-101刚改过，没有动。请重新导出再改");
        (await rig.TicketAsync(number)).Location.ShouldBe("6号楼");
        rows[1] = new(2, [$"{number}", "单元门坏了", "6号楼", $"{version + 1}"]);
        (await import.TakeAsync(new ReadSheet("工单", rows), scope, Token)).ShouldHaveSingleItem().Problem.ShouldBeNull();
        (await rig.TicketAsync(number)).Matter.ShouldBe("单元门坏了");
    }
}
