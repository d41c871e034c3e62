using System.Net;
using Bot.Console.Mine;
using Bot.Grids;
using Bot.Tickets;
using Tests.Support;

namespace Tests.Console;

/// <summary>我的, by building, and the lists a person keeps.</summary>
public sealed class MineTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Buildings_stand_in_the_order_of_the_walk()
    {
        int far = await rig.OpenAsync("11号楼电梯坏了", location: "11号楼");
        int near = await rig.OpenAsync("2号楼灯坏了", location: "2号楼1单元");
        int lost = await rig.OpenAsync("有人乱扔东西", location: null);
        string page = await rig.Worker.GetTextAsync("/console/mine");
        int[] places = [.. new[] { near, far, lost }.Select(number => page.IndexOf($"{number}号 ", StringComparison.Ordinal))];
        places.ShouldAllBe(place => place > 0);
        places.ShouldBeInOrder();
        page.ShouldContain("春和苑 2号楼");
        (await rig.Worker.GetTextAsync("/console/mine/walk")).ShouldContain("□");
    }

    [Fact]
    public async Task Done_is_one_tap_and_stale_is_said()
    {
        int number = await rig.OpenAsync("3号楼门坏了", location: "3号楼");
        string version = (await rig.TicketAsync(number)).Version.ToString();
        await rig.Worker.PostFormAsync("/console/mine", $"/console/mine/{number}/done", ("version", version));
        (await rig.TicketAsync(number)).State.ShouldBe(TicketState.Resolved);
        (await rig.Worker.GetTextAsync("/console/mine")).ShouldContain($"{number}号办好了");
        await rig.Worker.PostFormAsync("/console/mine", $"/console/mine/{number}/done", ("version", version));
        (await rig.Worker.GetTextAsync("/console/mine")).ShouldContain("没有保存");
    }

    [Fact]
    public async Task What_lies_outside_the_groups_is_not_there()
    {
        int number = await rig.OpenAsync("7号楼漏水", location: "7号楼");
        HttpClient other = await rig.Host.SignInAsync("何建国", "worker");
        (await other.GetTextAsync("/console/mine")).ShouldContain("今天没有要跑的楼");
        (await other.GetTextAsync("/console/tickets")).ShouldNotContain("7号楼");
        (await other.PostFormAsync("/console/mine", $"/console/mine/{number}/done", ("version", "1"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetTextAsync("/console/review")).ShouldNotContain("7号楼漏水");
    }

    [Fact]
    public async Task A_narrowed_list_is_kept_by_its_owner()
    {
        await rig.Worker.PostFormAsync("/console/tickets", "/console/filters", ("name", "我超时的"), ("query", "?state=mine&due=late&evil=1"));
        string page = await rig.Worker.GetTextAsync("/console/tickets?state=mine&due=late");
        page.ShouldContain("★ 我超时的");
        page.ShouldContain("/console/tickets?state=mine&due=late\"");
        (await rig.Admin.GetTextAsync("/console/tickets")).ShouldNotContain("我超时的");
        await rig.Worker.PostFormAsync("/console/tickets", "/console/filters/1/remove");
        (await rig.Worker.GetTextAsync("/console/tickets")).ShouldNotContain("★ 我超时的");
    }

    [Fact]
    public async Task Keys_can_be_switched_off()
    {
        (await rig.Worker.GetStringAsync("/console/keys", Token)).ShouldContain("data-keys=\"on\"");
        await rig.Worker.PostFormAsync("/console/keys", "/console/display", ("keys", "false"), ("back", "/console/keys"));
        (await rig.Worker.GetStringAsync("/console/keys", Token)).ShouldNotContain("data-keys=\"on\"");
        await rig.Worker.PostFormAsync("/console/keys", "/console/display", ("keys", "true"), ("back", "/console/keys"));
    }

    [Fact]
    public void A_building_outside_the_directory_follows_those_in_it()
    {
        CommunityDirectory directory = new()
        {
            Groups = new Dictionary<string, string?> { ["甲群"] = "甲苑" },
            Compounds = [new Compound("甲苑") { Buildings = ["3号楼", "1号楼"] }],
        };
        string[] walk = [.. new[] { "8号楼", "1号楼2单元", "北门", "3号楼", null }
            .Select(place => Building.Of(new Ticket { Topic = "电梯", Matter = "电梯", Group = "甲群", Location = place }, directory))
            .OrderBy(building => building.Order).Select(building => building.Name)];
        walk.ShouldBe(["甲苑 3号楼", "甲苑 1号楼", "甲苑 8号楼", "甲苑 北门", "地点还不清楚"]);
    }
}
