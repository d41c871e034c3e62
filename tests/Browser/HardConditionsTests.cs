using System.Text.RegularExpressions;
using Bot.Tickets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tests.Browser;

/// <summary>No script, no signal, two people at once: nothing is lost and nothing is done twice.</summary>
public sealed class HardConditionsTests(FilledRig rig) : IClassFixture<FilledRig>
{
    private const string Cause = "灯泡烧了，换了新的，晚上再看一次";

    private static FilePayload Photo => new() { Name = "after.png", MimeType = "image/png", Buffer = FilledRig.Picture };

    [Fact]
    public async Task The_whole_work_goes_without_script()
    {
        int number = await rig.AcceptedAsync();
        IPage page = await rig.SignInAsync(FilledRig.Lead, script: false);
        await page.GotoAsync($"/console/tickets/{number}");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^派给(?!…)") }).First.ClickAsync();
        await Expect(page.Locator(".state")).ToContainTextAsync("已派给");
        await page.Locator("summary", new() { HasTextString = "已联系" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "记下：已联系反映人" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToBeVisibleAsync();
        await OpenDoneAsync(page);
        await page.GetByLabel("照片").SetInputFilesAsync(Photo);
        await DoneAsync(page);
        await Expect(page.Locator(".state")).ToContainTextAsync("等居民回");

        await page.GotoAsync("/console/new");
        await page.GetByLabel("什么事").FillAsync("来电说凉亭的长椅断了一根");
        await page.GetByLabel("在哪儿").FillAsync("7号楼");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下来" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToContainTextAsync("号记好了");
        await page.GotoAsync("/console/questions");
        await page.GetByLabel("回答").First.FillAsync("带身份证到社区3号窗口");
        await page.GetByRole(AriaRole.Button, new() { Name = "回到群里" }).First.ClickAsync();
        await Expect(page.Locator(".toast")).ToBeVisibleAsync();
        await page.GotoAsync("/console/day/evening");
        await page.GetByLabel("要交代的").FillAsync("没有别的事。");
        await page.GetByRole(AriaRole.Button, new() { Name = "交班", Exact = true }).ClickAsync();
        await Expect(page.Locator(".toast")).ToContainTextAsync("已交班给");
    }

    [Fact]
    public async Task The_slower_of_two_sees_the_difference_and_keeps_the_words()
    {
        int number = await rig.AcceptedAsync();
        IPage slow = await rig.SignInAsync("管理员");
        await slow.GotoAsync($"/console/tickets/{number}");
        IPage quick = await rig.SignInAsync(FilledRig.Lead);
        await quick.GotoAsync($"/console/tickets/{number}");
        await quick.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^派给(?!…)") }).First.ClickAsync();
        await Expect(quick.Locator(".state")).ToContainTextAsync("已派给");

        await OpenDoneAsync(slow);
        await DoneAsync(slow);
        await Expect(slow.GetByText("陈秀兰刚改过，看看差别再保存").First).ToBeVisibleAsync();
        await Expect(slow.GetByText("现在已派单")).ToBeVisibleAsync();
        await Expect(slow.GetByLabel("什么原因，怎么办的")).ToHaveValueAsync(Cause);
        (await rig.TicketAsync(number)).State.ShouldNotBe(TicketState.Resolved);
        await DoneAsync(slow);
        await Expect(slow.Locator(".state")).ToContainTextAsync("等居民回");
    }

    [Fact]
    public async Task What_could_not_be_sent_stands_in_its_field_again()
    {
        int number = await rig.AcceptedAsync();
        IPage page = await rig.SignInAsync(FilledRig.Lead);
        await page.GotoAsync($"/console/tickets/{number}");
        await OpenDoneAsync(page);
        TaskCompletionSource broken = new();
        await page.RouteAsync("**/resolve", async route =>
        {
            await route.AbortAsync("connectionreset");
            broken.TrySetResult();
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "办好了，请居民确认" }).ClickAsync();
        await broken.Task;
        IPage gone = page;
        page = await gone.Context.NewPageAsync();
        await gone.CloseAsync();
        await page.GotoAsync($"/console/tickets/{number}");
        await page.Locator("summary", new() { HasTextString = "办好了" }).ClickAsync();
        await Expect(page.GetByLabel("什么原因，怎么办的")).ToHaveValueAsync(Cause);
        await DoneAsync(page);
        await Expect(page.Locator(".state")).ToContainTextAsync("等居民回");
        (await page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('draft:')).length")).ShouldBe(0);
    }

    [Fact]
    public async Task Without_signal_the_page_keeps_what_was_typed_and_sends_it_later()
    {
        int number = await rig.AcceptedAsync();
        IPage page = await rig.SignInAsync(FilledRig.Lead);
        await page.GotoAsync($"/console/tickets/{number}");
        await OpenDoneAsync(page);
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "办好了，请居民确认" }).ClickAsync();
        await Expect(page.Locator("#offline")).ToContainTextAsync("还没有交上去");
        await Expect(page.GetByLabel("什么原因，怎么办的")).ToHaveValueAsync(Cause);
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator("#offline")).ToBeHiddenAsync();
        await DoneAsync(page);
        await Expect(page.Locator(".state")).ToContainTextAsync("等居民回");
    }

    [Fact]
    public async Task Two_taps_on_a_slow_line_are_one_post()
    {
        int number = await rig.AcceptedAsync(), posts = 0;
        IPage page = await rig.SignInAsync(FilledRig.Lead);
        await page.GotoAsync($"/console/tickets/{number}");
        await OpenDoneAsync(page);
        await page.RouteAsync("**/resolve", async route =>
        {
            Interlocked.Increment(ref posts);
            await Task.Delay(1000);
            await route.ContinueAsync();
        });
        await page.EvaluateAsync("""
            () => { const button = document.querySelector('form[action$="/resolve"] button.main'); button.click(); setTimeout(() => button.click(), 200); }
            """);
        await Expect(page.Locator(".state")).ToContainTextAsync("等居民回");
        posts.ShouldBe(1);
        (await rig.TicketAsync(number)).History.Count(line => line.Kind == TicketEventKind.Resolved).ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_post_returns_the_filled_form()
    {
        int number = await rig.AcceptedAsync();
        IPage page = await rig.SignInAsync(FilledRig.Lead);
        await page.GotoAsync($"/console/tickets/{number}");
        await OpenDoneAsync(page);
        await page.GetByLabel("照片").SetInputFilesAsync(new FilePayload { Name = "a.png", MimeType = "image/png", Buffer = "#!/bin/sh"u8.ToArray() });
        await DoneAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasTextString = "照片要是5兆以内的图片" }).First).ToBeVisibleAsync();
        await Expect(page.GetByLabel("什么原因，怎么办的")).ToHaveValueAsync(Cause);

        await page.GotoAsync("/console/new");
        await page.GetByLabel("什么事").FillAsync("来访说门禁刷不开");
        await page.EvaluateAsync("() => { const where = document.querySelector('#where'); where.removeAttribute('maxlength'); where.value = '长'.repeat(80); }");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下来" }).ClickAsync();
        await Expect(page.GetByText("地点或者人写得太长了")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("什么事")).ToHaveValueAsync("来访说门禁刷不开");
    }

    private static async Task OpenDoneAsync(IPage page)
    {
        await page.Locator("summary", new() { HasTextString = "办好了" }).ClickAsync();
        await page.GetByLabel("什么原因，怎么办的").FillAsync(Cause);
    }

    private static Task DoneAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "办好了，请居民确认" }).ClickAsync();
}
