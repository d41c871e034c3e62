using System.Text.RegularExpressions;
using Bot.Grids.SignIn;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Tests.Browser;

/// <summary>A worker sees why and sets it right; an administrator lets the engine learn; all of it without script.</summary>
public sealed class LearningTests(BrowserRig rig) : IClassFixture<BrowserRig>
{
    private const string Words = "二号机嘎吱嘎吱叫唤得瘆人，家里老人都不敢坐了";

    [Fact]
    public async Task A_correction_is_made_taken_back_and_learned_on_a_phone()
    {
        IPage resident = await rig.ChatAsync("春和苑二网格群", "12-2-301小陈");
        await resident.GetByLabel("说什么").FillAsync(Words);
        await resident.GetByRole(AriaRole.Button, new() { Name = "发送" }).ClickAsync();
        long seq = 0;
        await Eventually.TrueAsync(async () => (seq = await DecidedAsync()) > 0, "the message is decided");

        IPage worker = await rig.SignInAsync("林志强", Access.Worker, script: false);
        await worker.GotoAsync($"/console/messages/{seq}");
        await Expect(worker.Locator(".pulls").First).ToContainTextAsync("＋");
        await BrowserRig.PictureAsync(worker, "why");
        await worker.GetByRole(AriaRole.Button, new() { Name = "提问" }).ClickAsync();
        await Expect(worker.Locator(".toast")).ToContainTextAsync("记下了");
        await worker.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await Expect(worker.Locator(".toast")).ToContainTextAsync("已撤销");
        await worker.GotoAsync($"/console/messages/{seq}");
        await worker.Locator(".kinds button").Last.ClickAsync();
        await BrowserRig.PictureAsync(worker, "corrected");

        IPage admin = await rig.SignInAsync("管理员", Access.Admin, script: false);
        await admin.GotoAsync("/console/learning/examples");
        await Expect(admin.Locator("main")).ToContainTextAsync(Words);
        await BrowserRig.PictureAsync(admin, "examples");
        await admin.GotoAsync("/console/learning");
        await admin.GetByRole(AriaRole.Button, new() { Name = "用纠正重新训练" }).ClickAsync();
        await BrowserRig.PictureAsync(admin, "training");
        // How long it takes is the machine's affair; what comes of it is tested on a small corpus
        await Expect(admin.Locator("main")).ToContainTextAsync(new Regex("正在训练|1号版本(训练好了|没有采用)"));
    }

    private async Task<long> DecidedAsync()
    {
        await using BotDbContext db = await rig.Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.Set<Message>().Where(message => message.Text == Words && message.State == MessageState.Decided).Select(message => message.Seq)
            .FirstOrDefaultAsync(TestContext.Current.CancellationToken);
    }
}
