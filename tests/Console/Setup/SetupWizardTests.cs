using System.Net;
using Bot.Grids;
using Bot.Sheets;
using Tests.Support;

namespace Tests.Console.Setup;

/// <summary>群与网格向导 as an administrator goes through it, mistakes included.</summary>
public sealed class SetupWizardTests : IAsyncLifetime
{
    private readonly ConsoleRig _rig = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private CommunityDirectory Stored => _rig.Host.Get<CommunityStore>().Current;

    public ValueTask InitializeAsync() => _rig.InitializeAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_community_is_set_up_from_nothing()
    {
        (await _rig.Admin.GetTextAsync("/console/setup")).ShouldContain("看演示");
        await _rig.Admin.PostFormAsync("/console/setup", "/console/setup/start");
        _rig.Host.Get<CommunityStore>().IsSample.ShouldBeTrue("nothing is cleared without consent");
        await _rig.Admin.PostFormAsync("/console/setup", "/console/setup/start", ("sure", "true"));
        Stored.Compounds.ShouldBeEmpty();

        (await SendAsync("compounds", "save", "锦绣苑")).ShouldContain("请写社区的名字");
        await SendAsync("compounds", "save", "锦绣苑 锦绣", ("community", "东篱社区"));
        await SendAsync("grids", "save", "第一网格 陈秀兰 林志强");
        string wrong = await SendAsync("buildings", "save", "锦绣苑 1-3 2 第一网格\n锦绣苑 ３6 2 第一网格");
        wrong.ShouldContain("第 2 行：楼号“３6”不认识，是 36 吗？");
        wrong.ShouldContain("锦绣苑\t1-3\t2\t第一网格");
        Stored.Compounds.Single().Buildings.ShouldBeEmpty();
        (await SendAsync("buildings", "good", "锦绣苑 1-3 2 第一网格\n锦绣苑 ３6 2 第一网格")).ShouldContain("存好了");
        Stored.Compounds.Single().Buildings.Count.ShouldBe(3);
        (await SendAsync("buildings", "fix", "锦绣苑 1-3 2 第一网格\n锦绣苑 ３6 2 第一网格")).ShouldContain("锦绣苑\t36\t2");
        await SendAsync("buildings", "save", "锦绣苑 1-3 2 第一网格\n锦绣苑 36 2 第一网格");
        await SendAsync("groups", "save", "东篱社区大群 全社区\n一网格群 锦绣苑 第一网格");
        await SendAsync("people", "save", "小孟 网格员 010-55550100 第一网格");

        (Stored.Community, Stored.Groups.Count).ShouldBe(("东篱社区", 2));
        Stored.LeadOf("东篱社区大群", "锦绣苑36号楼")!.Title.ShouldBe("陈网格长");
        Stored.PersonNamed("小孟")!.Groups.ShouldBe(["一网格群"]);
        await TestLineArrivesAsync("一网格群");
    }

    [Fact]
    public async Task An_uploaded_file_is_looked_at_before_it_counts()
    {
        using MemoryStream file = new();
        SheetWriter.Write(file, new Sheet("网格", [new SheetColumn("网格"), new SheetColumn("网格长")], [["第九网格", "何建国"]]));
        string page = await UploadAsync("grids", file.ToArray());
        page.ShouldContain("会存成这样");
        page.ShouldContain("第九网格\t何建国");
        Stored.Grids.ShouldNotContain(grid => grid.Name == "第九网格");
        (await UploadAsync("grids", [1, 2, 0, 3])).ShouldContain("这不是表格文件");
    }

    [Fact]
    public async Task The_template_is_a_file_that_can_be_sent_back()
    {
        byte[] template = await _rig.Admin.GetByteArrayAsync("/console/setup/buildings/template", Token);
        (await UploadAsync("buildings", template)).ShouldNotContain("处要改");
    }

    [Fact]
    public async Task Only_administrators_see_it()
    {
        (await _rig.Worker.GetAsync("/console/setup", Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _rig.Admin.GetAsync("/console/setup/nothing", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task TestLineArrivesAsync(string group)
    {
        HttpResponseMessage sent = await _rig.Admin.PostFormAsync("/console/setup/test", "/console/setup/test", ("group", group), ("text", "试发一条"));
        string page = sent.Headers.Location!.ToString();
        await Eventually.TrueAsync(async () => (await _rig.Admin.GetTextAsync(page)).Contains("到了。"), "the line in the group");
    }

    private async Task<string> SendAsync(string table, string act, string text, params (string, string)[] more)
    {
        HttpResponseMessage answer = await _rig.Admin.PostFormAsync($"/console/setup/{table}", $"/console/setup/{table}", [("text", text), ("act", act), .. more]);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));
    }

    private async Task<string> UploadAsync(string table, byte[] file)
    {
        string html = await _rig.Admin.GetStringAsync($"/console/setup/{table}", Token);
        using MultipartFormDataContent form = new()
        {
            { new StringContent(Forms.TokenOf(html)), "__RequestVerificationToken" },
            { new StringContent("check"), "act" },
            { new ByteArrayContent(file), "file", "表.xlsx" },
        };
        HttpResponseMessage answer = await _rig.Admin.PostAsync($"/console/setup/{table}", form, Token);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));
    }
}
