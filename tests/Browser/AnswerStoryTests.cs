using Bot.Grids.SignIn;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tests.Browser;

/// <summary>A question is answered with its source, a near miss by a person; what the person wrote is known from then on.</summary>
public sealed class AnswerStoryTests(BrowserRig rig) : IClassFixture<BrowserRig>
{
    private const string Group = "春和苑一网格群";

    [Fact]
    public async Task A_question_is_answered_with_its_source_and_a_near_miss_by_a_person()
    {
        IPage resident = await rig.ChatAsync(Group, "3-1-502");
        await SayAsync(resident, "在老家成都的社保卡丢了，成都那边补办收多少钱？");
        await HeardAsync(resident, "这个我没查到准确规定，不能乱说");
        await SayAsync(resident, "请问社保卡丢了怎么补办？");
        await HeardAsync(resident, "依据：《社会保障卡办理与使用指南》");

        IPage worker = await rig.SignInAsync("陈秀兰", Access.Worker);
        await worker.GotoAsync("/console/questions");
        await Expect(worker.GetByText("成都那边补办收多少钱")).ToBeVisibleAsync();
        await worker.GetByLabel("回答").FillAsync("成都的社保卡请打成都12333问，我们这边办不了");
        await resident.Locator("details.setting > summary").ClickAsync();
        await rig.PairAsync(resident, worker, "answer");
        await worker.GetByRole(AriaRole.Button, new() { Name = "回到群里" }).ClickAsync();
        await HeardAsync(resident, "成都的社保卡请打成都12333问");
        await HeardAsync(resident, "（问1号，陈网格长答）");

        await worker.GetByRole(AriaRole.Button, new() { Name = "写进知识库" }).ClickAsync();
        await Expect(worker.GetByText("写进了知识库")).ToBeVisibleAsync();
        await SayAsync(resident, "请问老家成都的社保卡丢了，成都那边补办收多少钱？");
        await HeardAsync(resident, "我们这边办不了。依据：《");
    }

    private static async Task SayAsync(IPage page, string words)
    {
        await page.GetByLabel("说什么").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "发送" }).ClickAsync();
        await HeardAsync(page, words);
    }

    private static Task HeardAsync(IPage page, string words) =>
        Expect(page.Locator("#log .text", new() { HasTextString = words }).First).ToBeVisibleAsync(new() { Timeout = 20_000 });
}
