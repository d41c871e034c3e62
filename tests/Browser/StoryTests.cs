using Bot.Grids.SignIn;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Tests.Browser;

/// <summary>A lift breaks down: three residents' words, one ticket, one worker with a phone, one "好了".</summary>
public sealed class StoryTests(BrowserRig rig) : IClassFixture<BrowserRig>
{
    private const string Group = "春和苑一网格群";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_becomes_a_ticket_and_the_group_hears_of_it()
    {
        IPage resident = await rig.ChatAsync(Group, "3-1-502");
        IPage neighbour = await rig.ChatAsync(Group, "早起的鸟儿");
        await SayAsync(resident, "3号楼1单元", "电梯又坏了", "按了半天没反应，老人上不去楼");
        await HeardAsync(neighbour, "老人上不去楼");
        await HeardAsync(neighbour, "记下了");
        await SayAsync(neighbour, "3号楼1单元电梯确实坏了，我也等了半天");

        int number = await OnlyTicketAsync();
        await Eventually.TrueAsync(async () => (await TicketAsync(number)).Reports.Select(report => report.Sender).Distinct().Count() == 2, "the neighbour joins the ticket");
        await resident.Locator("details.setting > summary").ClickAsync();
        await neighbour.Locator("details.setting > summary").ClickAsync();
        await BrowserRig.PictureAsync(neighbour, "playground");

        IPage worker = await rig.SignInAsync("陈秀兰", Access.Worker);
        await worker.GetByRole(AriaRole.Link, new() { Name = "待审" }).First.ClickAsync();
        await Expect(worker.GetByText("按了半天没反应，老人上不去楼")).ToBeVisibleAsync();
        await BrowserRig.PictureAsync(worker, "review");
        await rig.PairAsync(neighbour, worker, "story");
        await worker.GetByRole(AriaRole.Button, new() { Name = "确认立件" }).First.ClickAsync();
        await Expect(worker.GetByText($"{number}号已立件。")).ToBeVisibleAsync();

        await worker.GetByRole(AriaRole.Link, new() { Name = "我的" }).ClickAsync();
        await worker.GetByRole(AriaRole.Link, new() { Name = $"{number}号" }).ClickAsync();
        await Expect(worker.GetByText("在办，离承诺还有")).ToBeVisibleAsync();
        await worker.Locator("summary", new() { HasTextString = "办好了" }).ClickAsync();
        await worker.GetByLabel("什么原因，怎么办的").FillAsync("门机皮带断了，已换新");
        await BrowserRig.PictureAsync(worker, "resolve");
        await worker.GetByRole(AriaRole.Button, new() { Name = "办好了，请居民确认" }).ClickAsync();
        await Expect(worker.GetByText("等居民回“好了”")).ToBeVisibleAsync();

        await HeardAsync(resident, $"好了回“{number}好了”");
        await SayAsync(resident, $"{number}好了");
        await Eventually.TrueAsync(async () => (await TicketAsync(number)).State == TicketState.Verified, "the resident confirms");
        await HeardAsync(neighbour, "谢谢您确认");
        await SayAsync(resident, "满意");
        await Eventually.TrueAsync(async () => (await TicketAsync(number)).Ratings is [{ By: "3-1-502", Rating: Rating.Satisfied }], "one word rates it");
        await worker.ReloadAsync();
        await Expect(worker.GetByText("已核验")).ToBeVisibleAsync();
        await BrowserRig.PictureAsync(worker, "ticket");
        await BrowserRig.PictureAsync(resident, "playground-end");
        IPage desk = await rig.SignInAsync("管理员", Access.Admin, 1280, 800);
        await desk.GotoAsync($"/console/tickets/{number}");
        await BrowserRig.PictureAsync(desk, "ticket-wide");
    }

    private static async Task SayAsync(IPage page, params string[] fragments)
    {
        foreach (string fragment in fragments)
        {
            await page.GetByLabel("说什么").FillAsync(fragment);
            await page.GetByRole(AriaRole.Button, new() { Name = "发送" }).ClickAsync();
            await HeardAsync(page, fragment);
        }
    }

    private static Task HeardAsync(IPage page, string words) =>
        Expect(page.Locator("#log .text", new() { HasTextString = words }).First).ToBeVisibleAsync(new() { Timeout = 30_000 });

    private async Task<int> OnlyTicketAsync()
    {
        await using BotDbContext db = await rig.Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return (await db.Set<Ticket>().Select(ticket => ticket.Number).ToListAsync(Token)).ShouldHaveSingleItem();
    }

    private async Task<Ticket> TicketAsync(int number)
    {
        await using BotDbContext db = await rig.Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await db.Set<Ticket>().AsNoTracking().Include(ticket => ticket.Reports).Include(ticket => ticket.Ratings).SingleAsync(ticket => ticket.Number == number, Token);
    }
}
