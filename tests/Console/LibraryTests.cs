using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Answers;
using Bot.Answers.Library;
using Bot.Console.Library;
using Bot.Grids;
using Knowledge;
using Knowledge.Reading;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Console;

/// <summary>知识库: bringing documents, looking at how they were read, publishing, switching, removing, trying.</summary>
public sealed partial class LibraryTests(ConsoleRig rig) : IClassFixture<ConsoleRig>, IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await rig.Host.Get<DocumentStore>().Settled.WaitAsync(Token);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_sample_has_documents_and_each_says_how_it_stands()
    {
        string page = await rig.Worker.GetTextAsync("/console/knowledge");
        page.ShouldContain("尊老金办理指南");
        page.ShouldContain("没答上 ");
        page.ShouldNotContain("待发布");
        (await rig.Worker.GetTextAsync("/console/knowledge?state=past")).ShouldContain("已被替代");
        (await rig.Worker.GetTextAsync("/console/knowledge?state=removed&q=没有这样的")).ShouldContain("这一类里没有文件");
    }

    [Fact]
    public async Task Files_are_shown_as_they_were_read_and_count_when_published()
    {
        HttpResponseMessage sent = await UploadAsync(
            ("羽毛球场.md", "---\ntitle: 羽毛球场开放办法\neffective: 2026-01-01\n---\n## 第1条 什么时候开\n\n羽毛球场每天早上7点到晚上9点开放，不用预约。\n"),
            ("坏的.md", "---\neffective: 三月\n---\n正文\n"), ("照片.pdf", "\u0089PNG\0"));
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        string page = WebUtility.HtmlDecode(await sent.Content.ReadAsStringAsync(Token));
        page.ShouldContain("有2份没读出来");
        page.ShouldContain("开头说明里的“effective”要写成 2026-07-01 这样的日子");
        page.ShouldContain("不认识这种文件");
        page.ShouldContain("羽毛球场每天早上7点到晚上9点开放");
        (await TryAsync("羽毛球场什么时候开")).ShouldContain("我没查到准确规定");

        ShelfDocument draft = await OneAsync("羽毛球场");
        await ActAsync("/console/knowledge/drafts", draft, "publish");
        (await TryAsync("羽毛球场什么时候开")).ShouldContain("羽毛球场每天早上7点到晚上9点开放，不用预约。依据：《羽毛球场开放办法》2026年1月版第1条");
        (await rig.Worker.GetTextAsync($"/console/knowledge/documents/{draft.Id}")).ShouldContain("群里问到，会用它回答");
    }

    [Fact]
    public async Task Only_files_that_cannot_be_read_are_an_error()
    {
        (await UploadAsync(("空.txt", ""))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await UploadAsync()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await rig.Admin.GetTextAsync("/console/knowledge")).ShouldContain("没有选文件");
    }

    [Fact]
    public async Task What_is_removed_comes_back_with_one_tap()
    {
        ShelfDocument document = await rig.PublishAsync("攀岩墙", "攀岩墙每周六上午10点20分开放，要穿运动鞋。");
        (await TryAsync("攀岩墙什么时候开放")).ShouldContain("上午10点20分");
        await ActAsync("/console/knowledge", document, "remove");
        string page = await rig.Admin.GetTextAsync("/console/knowledge");
        page.ShouldContain("《攀岩墙》已删除。");
        string undo = UndoForm().Match(page).Groups[1].Value;
        (await TryAsync("攀岩墙什么时候开放")).ShouldNotContain("上午10点20分");

        (await rig.Admin.PostFormAsync("/console/knowledge", undo, ("back", "/console/knowledge"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await rig.Admin.GetTextAsync("/console/knowledge")).ShouldContain("《攀岩墙》找回来了。");
        (await TryAsync("攀岩墙什么时候开放")).ShouldContain("上午10点20分");
    }

    [Fact]
    public async Task Of_two_changes_to_what_was_seen_the_second_is_told()
    {
        ShelfDocument document = await rig.PublishAsync("棋牌室", "棋牌室每天下午1点到5点开放，不准赌钱。");
        await ActAsync("/console/knowledge", document, "disable");
        await ActAsync("/console/knowledge", document, "remove");
        (await rig.Admin.GetTextAsync("/console/knowledge")).ShouldContain("没有保存：管理员刚改过，看看差别再保存。");
        (await OneAsync("棋牌室")).State.ShouldBe(ShelfState.Disabled);
    }

    [Theory]
    [InlineData("", "正文", "", "请写上名字")]
    [InlineData("名字", " ", "", "请写上正文")]
    [InlineData("名字", "正文", "三月", "日子要写成 2026-07-01 这样")]
    public async Task What_cannot_be_kept_comes_back_as_it_was_typed(string title, string text, string effective, string cause)
    {
        HttpResponseMessage refused = await rig.Admin.PostFormAsync(
            "/console/knowledge/write", "/console/knowledge/write", ("title", title), ("text", text), ("effective", effective), ("issuer", "打了一半的单位"));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        string page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Token));
        page.ShouldContain($"没有保存：{cause}。");
        page.ShouldContain("打了一半的单位");
    }

    [Fact]
    public async Task What_takes_a_document_s_place_is_found_by_its_file_s_name_beside_it_on_every_page()
    {
        DateOnly today = rig.Host.Get<LibraryQuery>().Today;
        ShelfDocument Row(string name, DocumentHeader header) => ShelfDocument.Of(new Document(name, header, "停车每月200元。"), ShelfOrigin.Upload, ShelfState.Active, "李芳", DateTimeOffset.UnixEpoch);
        ShelfDocument old = Row("规定/露天停车", new DocumentHeader("露天停车规定", SupersededBy: "地库停车.md"));
        ShelfDocument next = Row("规定/地库停车", new DocumentHeader("地库停车规定", Effective: today.AddDays(9)));
        await rig.WriteAsync((db, _) =>
        {
            db.AddRange(old, next);
            return Task.FromResult(true);
        });
        LibraryQuery query = rig.Host.Get<LibraryQuery>();
        (await query.LoadAsync(LibraryFilter.Of(null, "露天停车规定", null), true, new Scope("李芳", null), Token)).Rows.ShouldHaveSingleItem().Standing.ShouldBe(Standing.Valid);
        DocumentModel page = (await query.DocumentAsync(old.Id, true, Token)).ShouldNotBeNull();
        (page.Standing, page.Successor?.Id).ShouldBe((Standing.Valid, next.Id));
        await rig.WriteAsync((db, token) => db.Set<ShelfDocument>().Where(row => row.Name.StartsWith("规定/")).ExecuteDeleteAsync(token));
    }

    [Fact]
    public async Task What_can_be_uploaded_can_be_changed_on_the_page()
    {
        (await rig.Admin.GetTextAsync("/console/knowledge/write")).ShouldContain($"maxlength=\"{ReadLimits.Usual.Characters}\"");
        string text = string.Concat(Enumerable.Repeat("大字报", 130_000));
        (await rig.Admin.PostFormAsync("/console/knowledge/write", "/console/knowledge/write", ("title", "很长的文件"), ("text", text))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        ShelfDocument draft = await OneAsync("很长的文件");
        draft.Body.Length.ShouldBeGreaterThan(300_000);
        await ActAsync("/console/knowledge/drafts", draft, "remove");
    }

    [Fact]
    public async Task Workers_read_and_try_but_do_not_change()
    {
        ShelfDocument document = await rig.PublishAsync("健身房", "健身房每天早上6点到晚上10点开放。");
        foreach (string page in new[] { "/console/knowledge/drafts", "/console/knowledge/write" })
        {
            (await rig.Worker.GetAsync(page, Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, page);
        }
        (await rig.Worker.PostFormAsync("/console/knowledge", $"/console/knowledge/documents/{document.Id}/remove", ("version", $"{document.Version}")))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await rig.Worker.GetTextAsync($"/console/knowledge/documents/{document.Id}")).ShouldNotContain("停用");
        (await OneAsync("健身房")).State.ShouldBe(ShelfState.Active);
        (await rig.Worker.GetAsync("/console/knowledge/documents/99999", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_answer_of_a_person_is_kept_from_the_page_of_questions()
    {
        int number = await rig.AskAsync("轮椅可以借吗");
        await rig.Worker.PostFormAsync("/console/questions", $"/console/questions/{number}/answer",
            ("version", "0"), ("answer", "轮椅可以借，押身份证到社区1号窗口登记。"), ("keep", "true"), ("keepAs", "轮椅可以借吗"));
        (await rig.Worker.GetTextAsync("/console/questions")).ShouldContain("已回到群里，也写进了知识库。");
        (await TryAsync("轮椅可以借吗")).ShouldContain("轮椅可以借，押身份证到社区1号窗口登记。依据：《轮椅可以借吗》");
        (await rig.Worker.GetTextAsync($"/console/questions/{number}")).ShouldContain("机器人就这样答");
        await ActAsync("/console/knowledge", await OneAsync($"标准答复/问{number}号"), "remove");
        string page = await rig.Worker.GetTextAsync($"/console/questions/{number}");
        page.ShouldNotContain("机器人就这样答");
        page.ShouldContain("再写一次");
    }

    [Fact]
    public async Task What_was_asked_is_listed_with_what_became_of_it()
    {
        int number = await rig.AskAsync("哪里能修拉链");
        await rig.WriteAsync((db, _) => Task.FromResult(db.Add(new AskedQuestion
        {
            Question = "哪里能修拉链<script>alert(1)</script>",
            Asker = "5幢老赵头",
            Group = ConsoleRig.Group,
            Channel = "webchat",
            Conversation = ConsoleRig.Group,
            MessageId = "z1",
            Reply = "这个我没查到",
            HandOff = number,
            AskedAt = rig.Host.Get<TimeProvider>().GetUtcNow(),
            Confidence = 0.1,
        })));
        string page = await rig.Worker.GetStringAsync("/console/knowledge/asked?answered=no", Token);
        page.ShouldContain($"/console/questions#q-{number}");
        page.ShouldNotContain("<script>alert");
        (await rig.Worker.GetTextAsync("/console/knowledge/asked?document=nothing")).ShouldContain("还没有人问过");
    }

    [Fact]
    public async Task A_draft_is_the_community_s_alone_and_comes_back_when_it_was_not_wanted_by_a_slip()
    {
        await rig.Admin.PostFormAsync("/console/knowledge/write", "/console/knowledge/write", ("title", "轮滑场"), ("text", "轮滑场还没有定。"), ("effective", "2026-01-01"));
        ShelfDocument draft = await OneAsync("轮滑场");
        foreach (string page in new[] { $"/console/knowledge/documents/{draft.Id}", $"/console/knowledge/documents/{draft.Id}/versions" })
        {
            (await rig.Worker.GetAsync(page, Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
            (await rig.Admin.GetAsync(page, Token)).StatusCode.ShouldBe(HttpStatusCode.OK, page);
        }
        await ActAsync("/console/knowledge/drafts", draft, "remove");
        string undo = UndoForm().Match(await rig.Admin.GetTextAsync("/console/knowledge")).Groups[1].Value;
        (await rig.Worker.GetAsync($"/console/knowledge/documents/{draft.Id}", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await rig.Admin.PostFormAsync("/console/knowledge", undo, ("back", "/console/knowledge"));
        (await OneAsync("轮滑场")).State.ShouldBe(ShelfState.Draft);
    }

    [Fact]
    public async Task Documents_that_disagree_are_listed_without_the_words_of_other_groups()
    {
        ShelfDocument first = await rig.PublishAsync("篮球场须知", "篮球场每天开到晚上9点。"), second = await rig.PublishAsync("球场须知", "篮球场每天开到晚上10点。");
        await rig.WriteAsync((db, _) => Task.FromResult(db.Add(new AskedQuestion
        {
            Question = "我家孙子篮球场能打到几点",
            Asker = "9幢老周",
            Group = "梧桐里网格群",
            Channel = "webchat",
            Conversation = "梧桐里网格群",
            MessageId = "disagree",
            Reply = "两份文件说法不一",
            Answered = true,
            Document = first.Name,
            Quote = "篮球场每天开到晚上9点",
            OtherDocument = second.Name,
            OtherQuote = "篮球场每天开到晚上10点",
            AskedAt = rig.Host.Get<TimeProvider>().GetUtcNow(),
        })));
        (await rig.Admin.GetTextAsync("/console/knowledge/disagree")).ShouldContain("我家孙子");
        (await rig.Worker.GetTextAsync("/console/knowledge/disagree")).ShouldNotContain("我家孙子");
    }

    [Fact]
    public async Task Documents_are_shown_as_text()
    {
        const string Hostile = "<img src=x onerror=alert(1)>\"><script>alert(2)</script>";
        ShelfDocument document = await rig.PublishAsync($"投放{Hostile}", $"## {Hostile}\n\n旧衣服投放到南门红色箱子{Hostile}，周三收走。");
        string[] pages =
        [
            "/console/knowledge?q=%22%3E%3Cscript%3E", $"/console/knowledge/documents/{document.Id}", $"/console/knowledge/write?from={document.Id}",
            $"/console/knowledge/try?q={Uri.EscapeDataString($"旧衣服投放到哪里{Hostile}")}", "/console/knowledge/asked?document=%22%3E%3Cscript%3E",
        ];
        foreach (string page in pages)
        {
            string html = await rig.Admin.GetStringAsync(page, Token);
            html.Contains("<script>alert", StringComparison.Ordinal).ShouldBeFalse(page);
            html.Contains("<img src=x", StringComparison.Ordinal).ShouldBeFalse(page);
        }
    }

    private async Task<string> TryAsync(string question) =>
        Words().Replace(await rig.Worker.GetTextAsync($"/console/knowledge/try?q={Uri.EscapeDataString(question)}"), "");

    private Task<HttpResponseMessage> ActAsync(string page, ShelfDocument document, string act) => rig.Admin.PostFormAsync(
        page, $"/console/knowledge/documents/{document.Id}/{act}", ("version", $"{document.Version}"), ("back", "/console/knowledge"));

    private Task<ShelfDocument> OneAsync(string name) => rig.ReadAsync(db => db.Set<ShelfDocument>().OrderBy(row => row.Id).LastAsync(row => row.Name == name, Token));

    private Task<HttpResponseMessage> UploadAsync(params (string Name, string Text)[] files) =>
        rig.UploadAsync([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]);

    [GeneratedRegex("action=\"([^\"]+/restore\\?v=\\d+)\"")]
    private static partial Regex UndoForm();

    // words shown as matched stand in marks of their own
    [GeneratedRegex("</?mark>")]
    private static partial Regex Words();
}
