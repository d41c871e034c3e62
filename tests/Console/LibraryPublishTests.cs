using System.Net;
using System.Text.RegularExpressions;
using Bot.Answers.Library;
using Bot.Answers.Library.Checks;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Console;

/// <summary>知识库: the pages of regression questions, runs, passages, versions, words, 标准答复 and validity.</summary>
public sealed partial class LibraryPublishTests(ConsoleRig rig) : IClassFixture<ConsoleRig>, IAsyncLifetime
{
    private const string Home = "/console/knowledge";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await rig.Host.Get<DocumentStore>().Settled.WaitAsync(Token);
        await rig.WriteAsync((db, token) => db.Set<CheckQuestion>().ExecuteDeleteAsync(token));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_draft_is_run_and_published_with_a_reason_when_answers_get_worse()
    {
        ShelfDocument live = await PublishAsync("乒乓球室", "## 第1条 什么时候开\n\n乒乓球室每天早上8点到晚上8点开放。\n");
        await DoneAsync($"{Home}/checks", $"{Home}/checks", ("question", "乒乓球室什么时候开放"), ("document", live.Name));
        await PasteAsync("/checks/import", "火星飞船票价多少，不回答\n乒乓球室在几楼\t没有这份");
        (await rig.Admin.GetTextAsync($"{Home}/checks")).ShouldContain("新加1问，改了0问。1行没收：第2行：没有叫“没有这份”的文件");

        ShelfDocument draft = await DraftAsync(live, "## 第1条 谁能用\n\n本社区居民都能用，自带球拍。\n");
        string run = await DoneAsync($"{Home}/drafts", $"{Home}/documents/{draft.Id}/publish", ("version", $"{draft.Version}"));
        run.ShouldStartWith($"{Home}/trials/");
        string page = await rig.Admin.GetTextAsync(run);
        page.ShouldContain("2问：1不变，0变好，1变差");
        page.ShouldContain("现在：乒乓球室每天早上8点到晚上8点开放");
        page.ShouldContain("仍要发布");
        (await rig.Admin.GetAsync($"{run}/export", Token)).Content.Headers.ContentType!.MediaType!.ShouldContain("spreadsheet");

        (await DoneAsync(run, $"{run}/publish", ("reason", " "))).ShouldBe(run);
        draft = await RowAsync(draft.Id);
        foreach ((string act, string name, string value) in new[] { ($"documents/{draft.Id}/publish", "version", $"{draft.Version}"), ("publish", "drafts", $"{draft.Id}.{draft.Version}") })
        {
            (await DoneAsync($"{Home}/drafts", $"{Home}/{act}", (name, value))).ShouldBe(run, "there the reason is written");
            (await rig.Admin.GetTextAsync(run)).ShouldContain("有1问变差。仍要发布，请写上原因");
        }
        await DoneAsync(run, $"{run}/publish", ("reason", "开放时间另行通知"));
        string versions = await rig.Admin.GetTextAsync($"{Home}/documents/{draft.Id}/versions");
        versions.ShouldContain("仍要发布的原因：开放时间另行通知");
        versions.ShouldContain("去掉：</span>乒乓球室每天早上8点到晚上8点开放。");
        live = await RowAsync(live.Id);
        await DoneAsync($"{Home}/documents/{draft.Id}/versions", $"{Home}/documents/{live.Id}/restore", ("version", $"{live.Version}"));
        (await TryAsync("乒乓球室什么时候开放")).ShouldContain("早上8点到晚上8点");
    }

    [Fact]
    public async Task An_old_citation_opens_what_was_said_then()
    {
        ShelfDocument live = await PublishAsync("阅览室", "阅览室周一闭馆，其余每天开放。");
        long then = rig.Host.Get<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        await PublishAsync(await DraftAsync(live, "阅览室周二闭馆，其余每天开放。"));
        string page = await rig.Worker.GetTextAsync($"{Home}/cite?document={Uri.EscapeDataString(live.Name)}&at={then}&quote={Uri.EscapeDataString("阅览室周一 闭馆")}");
        page.ShouldContain("已有新版");
        page.ShouldContain("<mark id=\"quote\">阅览室周一闭馆</mark>");
        (await rig.Worker.GetTextAsync($"{Home}/cite?document=nothing")).ShouldContain("没有叫“nothing”的文件");
        (await rig.Worker.GetTextAsync($"{Home}/documents/{live.Id}")).ShouldContain("这是以前的一版，已有新版");
    }

    [Fact]
    public async Task An_old_version_brought_back_after_a_later_one_is_the_newest()
    {
        ShelfDocument first = await PublishAsync("健身步道", "健身步道全天开放。");
        ShelfDocument second = await PublishAsync(await DraftAsync(first, "健身步道晚上9点关灯。"));
        await DoneAsync(Home, $"{Home}/documents/{second.Id}/remove", ("version", $"{second.Version}"));
        first = await RowAsync(first.Id);
        await DoneAsync($"{Home}/documents/{first.Id}/versions", $"{Home}/documents/{first.Id}/restore", ("version", $"{first.Version}"));
        string page = await rig.Worker.GetTextAsync($"{Home}/cite?document={Uri.EscapeDataString(first.Name)}");
        page.ShouldNotContain("已有新版");
        page.ShouldNotContain("这份已经不用了");
    }

    [Fact]
    public async Task A_passage_is_changed_in_a_draft_and_switched_off_where_it_was_found()
    {
        ShelfDocument live = await PublishAsync("书法班", "## 时间\n\n书法班每周三下午2点。每月最后一周停课。\n\n## 地点\n\n在社区二楼。\n");
        string address = $"{Home}/documents/{live.Id}/passages";
        (await rig.Admin.GetTextAsync($"{address}?n=0")).ShouldContain("和下一段合并");
        string draft = await DoneAsync(address, $"{address}/split", ("version", $"{live.Version}"), ("n", "0"), ("at", "12"));
        (await rig.Admin.GetTextAsync(draft)).ShouldContain("这是没发布的一份");
        (await rig.Admin.GetTextAsync(address)).ShouldContain("有一份没发布的改动");

        string tried = await rig.Admin.GetTextAsync($"{Home}/try?q={Uri.EscapeDataString("书法班每周几上课")}&group={Uri.EscapeDataString(ConsoleRig.Group)}");
        tried.ShouldContain("停用这一段");
        await DoneAsync($"{Home}/try?q=x", $"{address}/off", ("version", $"{live.Version}"), ("n", "0"), ("now", "true"), ("back", Home));
        string page = await rig.Admin.GetTextAsync(Home);
        page.ShouldContain("这一段停用了");
        (await TryAsync("书法班每周几上课")).ShouldNotContain("群里会看到书法班每周三");
        string undo = UndoForm().Match(page).Groups[1].Value;
        await DoneAsync(Home, undo);
        (await TryAsync("书法班每周几上课")).ShouldContain("每周三下午2点");
    }

    [Fact]
    public async Task Many_questions_are_asked_at_once_and_kept()
    {
        string run = await PasteAsync("/batch", "尊老金满几岁能领\n我妈80了，能领尊老金吗，尊老金办理指南\n火星飞船票价多少，不回答");
        string page = await rig.Admin.GetTextAsync(run);
        page.ShouldContain("3问：");
        page.ShouldContain("我妈80了，能领尊老金吗");
        (await rig.Admin.GetTextAsync($"{Home}/batch")).ShouldContain("批量试问");
        (await rig.Admin.PostFormAsync($"{Home}/batch", $"{Home}/batch", ("text", " "))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Words_of_one_meaning_are_kept_listed_and_removed()
    {
        await PasteAsync("/words", "社会保障卡、小蓝片片\n居住证、暂住小本");
        (await rig.Admin.GetTextAsync($"{Home}/words")).ShouldContain("小蓝片片");
        (await TryAsync("小蓝片片丢了怎么补办")).ShouldContain("社会保障卡办理与使用指南");
        HttpResponseMessage refused = await PostAsync("/words", "一个词");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Token)).ShouldContain("第1行“一个词”：至少要两个词");
        (await rig.Admin.GetAsync($"{Home}/words/export", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_standard_answer_is_written_and_changed()
    {
        await DoneAsync($"{Home}/answers/edit", $"{Home}/answers", ("question", "哪里能磨剪刀"), ("similar", "剪刀钝了"), ("answer", "每周五上午南门有师傅磨剪刀。"), ("grids", "第一网格"));
        (await rig.Admin.GetTextAsync($"{Home}/answers")).ShouldContain("也这样问：剪刀钝了");
        ShelfDocument row = await rig.ReadAsync(db => db.Set<ShelfDocument>().SingleAsync(each => each.Name == "标准答复/哪里能磨剪刀", Token));
        row.Grids.ShouldBe(["第一网格"]);
        (await rig.Admin.GetTextAsync($"{Home}/answers/edit?id={row.Id}")).ShouldContain("剪刀钝了");
        (await TryAsync("哪里能磨剪刀", ConsoleRig.Group)).ShouldContain("每周五上午南门");
        (await TryAsync("哪里能磨剪刀", "梧桐里网格群")).ShouldContain("不给这个群的网格用");
        (await rig.Admin.PostFormAsync($"{Home}/answers/edit", $"{Home}/answers", ("question", "哪里能磨剪刀"), ("answer", "南门。"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_ends_soon_and_what_changed_are_listed_and_become_a_notice()
    {
        DateOnly today = DateOnly.FromDateTime(rig.Host.Get<TimeProvider>().GetUtcNow().UtcDateTime);
        await PublishAsync("临时停车办法", "临时停车免费。", expires: today.AddDays(10));
        await PublishAsync("旧的停车办法", "停车收费。", expires: today.AddDays(-5));
        string page = await rig.Worker.GetTextAsync($"{Home}/ending");
        page.ShouldContain("临时停车办法");
        page.ShouldContain("刚过期，已经不用它回答");
        page.ShouldNotContain("出新版本");
        string changes = await rig.Admin.GetTextAsync($"{Home}/changes?month={today:yyyy-MM}");
        changes.ShouldContain("《临时停车办法》");
        (await rig.Admin.GetTextAsync("/console/notices/new?title=政策更新&text=新办法：《临时停车办法》")).ShouldContain("新办法：《临时停车办法》");
    }

    private async Task<ShelfDocument> PublishAsync(string title, string text, DateOnly? expires = null)
    {
        await DoneAsync($"{Home}/write", $"{Home}/write", ("title", title), ("text", text), ("effective", "2026-01-01"), ("expires", $"{expires:yyyy-MM-dd}"));
        return await PublishAsync(await LastDraftAsync());
    }

    private async Task<ShelfDocument> PublishAsync(ShelfDocument draft)
    {
        await DoneAsync($"{Home}/drafts", $"{Home}/documents/{draft.Id}/publish", ("version", $"{draft.Version}"));
        return await RowAsync(draft.Id);
    }

    private async Task<ShelfDocument> DraftAsync(ShelfDocument live, string text)
    {
        await DoneAsync($"{Home}/write", $"{Home}/write", ("name", live.Name), ("from", $"{live.Id}"), ("title", live.Title), ("text", text), ("effective", "2026-01-01"));
        return await LastDraftAsync();
    }

    private Task<ShelfDocument> LastDraftAsync() => rig.ReadAsync(db => db.Set<ShelfDocument>().OrderBy(row => row.Id).LastAsync(row => row.State == ShelfState.Draft, Token));

    private Task<ShelfDocument> RowAsync(int id) => rig.ReadAsync(db => db.Set<ShelfDocument>().SingleAsync(row => row.Id == id, Token));

    private async Task<string> TryAsync(string question, string? group = null) =>
        Words().Replace(await rig.Worker.GetTextAsync($"{Home}/try?q={Uri.EscapeDataString(question)}&group={Uri.EscapeDataString(group ?? "")}"), "");

    /// <summary>Where it leads.</summary>
    private async Task<string> DoneAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        HttpResponseMessage answer = await rig.Admin.PostFormAsync(page, action, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, action);
        return answer.Headers.Location!.ToString();
    }

    private async Task<string> PasteAsync(string act, string text)
    {
        HttpResponseMessage answer = await PostAsync(act, text);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, act);
        return answer.Headers.Location!.ToString();
    }

    private Task<HttpResponseMessage> PostAsync(string act, string text) => rig.Admin.PostFormAsync(
        Home + act.Replace("/import", "", StringComparison.Ordinal), Home + act, ("text", text));

    [GeneratedRegex("action=\"([^\"]+/restore\\?v=\\d+)\"")]
    private static partial Regex UndoForm();

    [GeneratedRegex("</?mark>")]
    private static partial Regex Words();
}
