using System.Net;
using Bot.Audit;
using Bot.Messaging;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Console;

public sealed class SilencePageTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private const string Page = "/console/silence";

    [Fact]
    public async Task One_tap_silences_a_group_every_page_says_so_and_one_tap_ends_it()
    {
        (await rig.Worker.PostFormAsync(Page, "/console/silence/hour", ("group", ConsoleRig.Group))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        foreach (string page in new[] { "/console", "/console/tickets", "/console/more", Page })
        {
            string text = await rig.Worker.GetTextAsync(page);
            text.ShouldContain("机器人静音中");
            text.ShouldContain("/console/silence/off");
        }
        await rig.Worker.PostFormAsync(Page, "/console/silence/off", ("group", ConsoleRig.Group), ("back", "/console/tickets"));
        (await rig.Worker.GetTextAsync("/console/tickets")).ShouldNotContain("机器人静音中");
        List<AuditEntry> lines = await rig.ReadAsync(db => db.Set<AuditEntry>().Where(line => line.Act.StartsWith("silence/")).ToListAsync(TestContext.Current.CancellationToken));
        lines.Select(line => (line.Act, line.Target, line.Person)).ShouldBe([("silence/hour", ConsoleRig.Group, ConsoleRig.Lead), ("silence/off", ConsoleRig.Group, ConsoleRig.Lead)]);
    }

    [Fact]
    public async Task Only_the_community_silences_every_group()
    {
        await rig.Worker.PostFormAsync(Page, "/console/silence/on", ("group", ""));
        (await rig.Worker.GetTextAsync(Page)).ShouldContain("要社区或管理员来点");
        rig.Host.Get<Silences>().Now.ShouldNotContain(silence => silence.Conversation == Silence.Everywhere);
    }

    [Fact]
    public async Task What_the_bot_said_is_listed_and_recalled_in_the_chat()
    {
        await rig.WriteAsync((db, _) => Task.FromResult(rig.Host.Get<Outbox>().Say(
            db, new OutboxMessage { Key = "said:1", Channel = "webchat", Conversation = ConsoleRig.Group, Text = "记下了：九号楼电梯" })));
        await Eventually.TrueAsync(async () => (await rig.Worker.GetTextAsync("/console/said?q=九号楼")).Contains("✓ 已发出", StringComparison.Ordinal), "said");
        long id = await rig.ReadAsync(db => db.Set<OutboxMessage>().Where(row => row.Key == "said:1").Select(row => row.Id).SingleAsync(TestContext.Current.CancellationToken));
        await rig.Worker.PostFormAsync("/console/said", $"/console/said/{id}/takeback", ("back", "/console/said"));
        await Eventually.TrueAsync(
            () => rig.ReadAsync(db => db.Set<Message>().AnyAsync(message => message.MessageId == "said:1" && message.RecalledAt != null, TestContext.Current.CancellationToken)), "recalled");
        string text = await rig.Worker.GetTextAsync("/console/said?q=九号楼");
        text.ShouldContain("记下了：九号楼电梯");
        text.ShouldContain("撤回或更正了这一句");
        (await rig.Host.Client.GetStringAsync($"/playground?person={Uri.EscapeDataString(ConsoleRig.Lead)}&group={Uri.EscapeDataString(ConsoleRig.Group)}", TestContext.Current.CancellationToken))
            .ShouldContain("已撤回");
    }

    [Fact]
    public async Task Words_of_another_group_are_nobody_else_s_to_take_back()
    {
        string other = rig.Host.Get<Bot.Grids.CommunityStore>().Current.Groups.Keys.First(group => !Bot.Grids.Scope.Of(rig.Host.Get<Bot.Grids.CommunityStore>().Current, ConsoleRig.Lead).Covers(group));
        await rig.WriteAsync((db, _) => Task.FromResult(rig.Host.Get<Outbox>().Say(db, new OutboxMessage { Key = "said:2", Channel = "webchat", Conversation = other, Text = "别处的话" })));
        long id = await rig.ReadAsync(db => db.Set<OutboxMessage>().Where(row => row.Key == "said:2").Select(row => row.Id).SingleAsync(TestContext.Current.CancellationToken));
        (await rig.Worker.PostFormAsync("/console/said", $"/console/said/{id}/takeback")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await rig.Worker.GetTextAsync("/console/said")).ShouldNotContain("别处的话");
        (await rig.Worker.PostFormAsync(Page, "/console/silence/on", ("group", other))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Rejecting_offers_to_take_the_receipt_back_in_one_tap()
    {
        int number = await rig.OpenAsync();
        await rig.WriteAsync((db, _) => Task.FromResult(rig.Host.Get<Outbox>().Say(
            db, new OutboxMessage { Key = "receipt:1", Channel = "webchat", Conversation = ConsoleRig.Group, Text = $"记下了（{number}号）", Ticket = number })));
        await rig.Worker.PostFormAsync($"/console/tickets/{number}", $"/console/tickets/{number}/reject", ("version", "1"), ("back", "/console/tickets"));
        string page = await rig.Worker.GetTextAsync("/console/tickets");
        page.ShouldContain("撤回群里的回话");
        page.ShouldContain($"/console/tickets/{number}/unsaid");
        await rig.Worker.PostFormAsync("/console/tickets", $"/console/tickets/{number}/unsaid", ("back", "/console/tickets"));
        (await rig.Worker.GetTextAsync("/console/tickets")).ShouldContain($"{number}号在群里的1句回话撤回了");
        await rig.Worker.PostFormAsync("/console/tickets", $"/console/tickets/{number}/unsaid", ("back", "/console/tickets"));
        (await rig.Worker.GetTextAsync("/console/tickets")).ShouldContain("没有要撤回的话");
    }
}
