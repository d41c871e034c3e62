using System.Net;
using Bot.Messaging;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Console;

/// <summary>通知: written, looked at, sent, taken back and corrected through the pages.</summary>
public sealed class NoticeTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Written_and_looked_at_it_waits_for_its_time()
    {
        (await rig.Admin.GetTextAsync("/console/notices?week=2019-01-07")).ShouldContain("这一周没有通知");
        (await rig.Admin.GetTextAsync("/console/notices/new?like=体检")).ShouldContain("65岁以上老人免费体检");
        string page = await WriteAsync(("title", "值班"), ("text", "每周一上午社区书记接待"), ("plan", "weekly"), ("days", "1"), ("time", "08:30"));
        string shown = await rig.Admin.GetTextAsync(page);
        shown.ShouldContain("【值班】每周一上午社区书记接待。春和社区");
        shown.ShouldContain("每周一 8:30");
        shown.ShouldContain("草稿");
        System.Text.RegularExpressions.Regex.Count(shown, "周一 8:30</span>").ShouldBe(3);

        await rig.Admin.PostFormAsync(page, $"{page}/activate", ("version", "0"));
        (await rig.Admin.GetTextAsync(page)).ShouldContain("按时间发，下一次");
        (await rig.Worker.GetTextAsync("/console/notices")).ShouldContain("值班");
        (await rig.Worker.GetTextAsync(page)).ShouldNotContain("现在就发");
    }

    [Fact]
    public async Task What_cannot_be_saved_comes_back_as_it_was_typed()
    {
        HttpResponseMessage refused = await PostAsync(
            "/console/notices", ("title", "停水"), ("text", "今晚存水"), ("plan", "daily"), ("time", "22:00"));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        string page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Token));
        page.ShouldContain("是夜里");
        page.ShouldContain("今晚存水");
        foreach ((string plan, string name, string value, string words) in new[]
        {
            ("once", "date", "下周三", "哪一天没看懂"), ("weekly", "time", "09:00", "请勾上每周几发"), ("daily", "time", "九点", "几点没看懂"),
            ("cron", "cron", "0 9 * * *", "要写六段"),
        })
        {
            HttpResponseMessage wrong = await PostAsync("/console/notices", ("title", "停水"), ("text", "今晚存水"), ("plan", plan), (name, value), name == "time" ? ("x", "") : ("time", "09:00"));
            WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Token)).ShouldContain(words);
        }
    }

    [Fact]
    public async Task A_stale_edit_shows_the_difference()
    {
        string page = await WriteAsync(("title", "缴费"), ("text", "月底前缴清"), ("plan", "hand"));
        await PostAsync(page, ("version", "0"), ("title", "缴费"), ("text", "下周前缴清"), ("plan", "hand"));
        HttpResponseMessage stale = await PostAsync(page, ("version", "0"), ("title", "缴费"), ("text", "明天前缴清"), ("plan", "hand"));
        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        string shown = WebUtility.HtmlDecode(await stale.Content.ReadAsStringAsync(Token));
        shown.ShouldContain("管理员刚改过，看看差别再保存");
        shown.ShouldContain("下周前缴清");
        shown.ShouldContain("明天前缴清");
        (await PostAsync(page, ("version", "1"), ("title", "缴费"), ("text", "明天前缴清"), ("plan", "hand"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Sent_by_hand_it_can_be_taken_back()
    {
        string page = await WriteAsync(("title", "停气"), ("text", "今天下午停气"), ("plan", "hand"), ("night", "true"));
        HttpResponseMessage sent = await rig.Admin.PostFormAsync(page, $"{page}/send", ("version", "0"));
        string run = sent.Headers.Location!.ToString();
        run.ShouldStartWith("/console/notices/runs/");
        (await rig.Admin.GetTextAsync(run)).ShouldContain("现在还能撤回");
        await rig.Admin.PostFormAsync(run, $"{run}/withdraw");
        string after = await rig.Admin.GetTextAsync(run);
        after.ShouldContain("没有发");
        after.ShouldNotContain("现在还能撤回");
        long id = long.Parse(run.Split('/')[^1]);
        (await rig.ReadAsync(db => db.Set<OutboxMessage>().Where(row => row.NoticeRun == id).ToListAsync(Token)))
            .ShouldAllBe(row => row.State == OutboxState.Withdrawn);
    }

    [Fact]
    public async Task Deleted_it_can_be_brought_back()
    {
        string page = await WriteAsync(("title", "义诊"), ("text", "周六上午义诊"), ("plan", "hand"));
        HttpResponseMessage deleted = await rig.Admin.PostFormAsync(page, $"{page}/delete", ("version", "0"));
        (await rig.Admin.GetTextAsync(deleted.Headers.Location!.ToString())).ShouldContain("撤销删除");
        await rig.Admin.PostFormAsync(deleted.Headers.Location!.ToString(), $"{page}/restore", ("version", "1"));
        (await rig.Admin.GetTextAsync("/console/notices")).ShouldContain("义诊");
    }

    [Fact]
    public async Task Workers_change_nothing()
    {
        string page = await WriteAsync(("title", "消防"), ("text", "周日演练"), ("plan", "hand"));
        foreach (string act in new[] { "", "/activate", "/pause", "/delete", "/restore", "/send" })
        {
            (await rig.Worker.PostFormAsync("/console", page + act, ("version", "0"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden, act);
        }
        (await rig.Worker.PostFormAsync("/console", "/console/notices/runs/1/resend")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await rig.Worker.GetAsync($"{page}/edit", Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Hostile_words_stay_words()
    {
        string page = await WriteAsync(("title", "<b>停水</b>"), ("text", "<script>alert(1)</script>"), ("plan", "hand"), ("night", "true"));
        HttpResponseMessage sent = await rig.Admin.PostFormAsync(page, $"{page}/send", ("version", "0"));
        foreach (string address in new[] { page, $"{page}/edit", "/console/notices", sent.Headers.Location!.ToString() })
        {
            string html = await rig.Admin.GetStringAsync(address, Token);
            html.ShouldNotContain("<script>alert");
            html.ShouldNotContain("<b>停水</b>");
            html.ShouldContain("&lt;b&gt;", Case.Sensitive, address);
        }
        await rig.Admin.PostFormAsync(sent.Headers.Location!.ToString(), $"{sent.Headers.Location}/withdraw");
    }

    [Theory]
    [InlineData("2026-02-17", "正月初一")]
    [InlineData("2026-11-21", "十月十三")]
    [InlineData("2026-09-25", "八月十五")]
    [InlineData("2025-08-01", "闰六月初八")]
    [InlineData("2027-02-05", "腊月廿九")]
    public void Lunar_dates(string day, string said) => Bot.Console.Notices.PlanWords.LunarDay(DateTime.Parse(day)).ShouldBe(said);

    private async Task<string> WriteAsync(params (string Name, string Value)[] fields)
    {
        HttpResponseMessage saved = await PostAsync("/console/notices", fields);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect, WebUtility.HtmlDecode(await saved.Content.ReadAsStringAsync(Token)));
        return saved.Headers.Location!.ToString();
    }

    private Task<HttpResponseMessage> PostAsync(string action, params (string Name, string Value)[] fields) =>
        rig.Admin.PostFormAsync("/console/notices/new", action, [.. fields.Any(field => field.Name == "version") ? [] : new[] { ("version", "0") }, .. fields]);
}
