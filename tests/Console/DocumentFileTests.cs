using System.IO.Compression;
using System.Net;
using System.Text;
using Bot.Answers;
using Bot.Answers.Library;
using Bot.Answers.Library.Checks;
using Microsoft.EntityFrameworkCore;
using Tests.Sheets;
using Tests.Support;

namespace Tests.Console;

/// <summary>Documents leave as files and come back as versions of the same documents; what was tried and what was left out stays to be seen.</summary>
public sealed class DocumentFileTests(ConsoleRig rig) : IClassFixture<ConsoleRig>, IAsyncLifetime
{
    private const string Home = Documents.Home;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await rig.Host.Get<DocumentStore>().Settled.WaitAsync(Token);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task All_documents_leave_in_a_zip_and_only_what_was_changed_comes_back_as_a_draft()
    {
        ShelfDocument answer = await StandardAsync("哪里能补鞋", "北门早市有补鞋的师傅。");
        ShelfDocument off = await rig.PublishAsync("旧球场须知", "旧球场已经停用。");
        await rig.Admin.PostFormAsync(Home, $"{Home}/documents/{off.Id}/disable", ("version", $"{off.Version}"));
        HttpResponseMessage sent = await rig.Admin.GetAsync($"{Home}/export", Token);
        sent.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        WebUtility.UrlDecode(sent.Content.Headers.ContentDisposition!.FileNameStar).ShouldStartWith("知识库_");
        byte[] zip = await sent.Content.ReadAsByteArrayAsync(Token);
        int live = await rig.ReadAsync(db => Shelf.Live(db).CountAsync(Token));
        Dictionary<string, string> files = Unpack(zip);
        files.Count.ShouldBe(live);
        files["标准答复/哪里能补鞋.md"].ShouldContain("document: \"标准答复/哪里能补鞋\"");
        files["旧球场须知.md"].ShouldContain("enabled: \"no\"");

        string page = await UploadAsync("知识库.zip", zip);
        page.ShouldContain("读出来1份");
        page.ShouldContain("导出的时候是停用的，发布以后会用它回答。");
        page.ShouldContain($"{live - 1}份和现在用的一样");
        await RemoveDraftsAsync();

        files["标准答复/哪里能补鞋.md"] = files["标准答复/哪里能补鞋.md"].Replace("北门", "南门", StringComparison.Ordinal);
        files.Remove("旧球场须知.md");
        (await UploadAsync("知识库.zip", Workbooks.Zip(files.Select(file => ($"随便换个夹/{Path.GetFileName(file.Key)}", Encoding.UTF8.GetBytes(file.Value)))))).ShouldContain("读出来1份");
        ShelfDocument draft = await rig.ReadAsync(db => db.Set<ShelfDocument>().SingleAsync(row => row.State == ShelfState.Draft, Token));
        (draft.Name, draft.BasedOn, draft.Origin).ShouldBe((answer.Name, answer.Id, ShelfOrigin.Answer));
        await rig.Admin.PostFormAsync($"{Home}/drafts", $"{Home}/documents/{draft.Id}/publish", ("version", $"{draft.Version}"));
        (await rig.Admin.GetTextAsync($"{Home}/try?q={Uri.EscapeDataString("哪里能补鞋")}")).ShouldContain("南门早市有补鞋的师傅");
        (await rig.Admin.GetTextAsync($"{Home}/documents/{draft.Id}/versions")).ShouldContain("2版");
    }

    [Fact]
    public async Task One_document_leaves_as_a_file_for_everybody_who_reads_it_and_all_of_them_for_the_community()
    {
        ShelfDocument document = await rig.PublishAsync("舞蹈室须知", "## 时间\n\n舞蹈室每晚7点开。\n");
        HttpResponseMessage sent = await rig.Worker.GetAsync($"{Home}/documents/{document.Id}/export", Token);
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        WebUtility.UrlDecode(sent.Content.Headers.ContentDisposition!.FileNameStar).ShouldBe("舞蹈室须知.md");
        (await sent.Content.ReadAsStringAsync(Token)).ShouldEndWith("---\n## 时间\n\n舞蹈室每晚7点开。\n");
        (await rig.Worker.GetAsync($"{Home}/export", Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await rig.Admin.GetAsync($"{Home}/documents/99999/export", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await UploadAsync("没定的事.md", Encoding.UTF8.GetBytes("还没有定下来。"), quiet: true);
        ShelfDocument draft = await rig.ReadAsync(db => db.Set<ShelfDocument>().SingleAsync(row => row.State == ShelfState.Draft, Token));
        (await rig.Worker.GetAsync($"{Home}/documents/{draft.Id}/export", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a draft");
        (await rig.Admin.GetAsync($"{Home}/documents/{draft.Id}/export", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await RemoveDraftsAsync();
        (await rig.Worker.GetAsync($"{Home}/documents/{draft.Id}/export", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "one that was thrown away");
    }

    [Fact]
    public async Task More_than_are_shown_are_published_together()
    {
        await UploadAsync("很多.zip", Workbooks.Zip(Enumerable.Range(1, 40).Select(i => ($"第{i}号.md", Encoding.UTF8.GetBytes($"第{i}号柜子放第{i}样东西。")))), quiet: true);
        string page = await rig.Admin.GetTextAsync($"{Home}/drafts");
        page.ShouldContain("40份");
        page.ShouldContain("这里先列出30份");
        string all = await rig.ReadAsync(async db => string.Join(',', await db.Set<ShelfDocument>().Where(row => row.State == ShelfState.Draft).Select(row => row.Id + "." + row.Version).ToListAsync(Token)));
        page.ShouldContain("40份全部发布");
        await rig.Admin.PostFormAsync($"{Home}/drafts", $"{Home}/publish", ("drafts", all));
        (await rig.ReadAsync(db => db.Set<ShelfDocument>().CountAsync(row => row.State == ShelfState.Active && row.Body.Contains("号柜子放"), Token))).ShouldBe(40);
        await rig.WriteAsync((db, token) => db.Set<ShelfDocument>().Where(row => row.Body.Contains("号柜子放")).ExecuteDeleteAsync(token));
    }

    [Fact]
    public async Task A_name_that_a_file_wishes_for_itself_is_taken_only_when_it_could_be_one()
    {
        foreach ((string wish, string name) in ((string, string)[])[("办事/指南", "办事/指南"), ("../../etc", "甲"), ("a//b", "甲"), ("一/二/三/四", "甲"), ("\u202Egnp", "甲")])
        {
            await UploadAsync("甲.md", Encoding.UTF8.GetBytes($"---\ndocument: \"{wish}\"\n---\n正文{wish.Length}。"), quiet: true);
            (await rig.ReadAsync(db => db.Set<ShelfDocument>().SingleAsync(row => row.State == ShelfState.Draft, Token))).Name.ShouldBe(name, wish);
            await RemoveDraftsAsync();
        }
    }

    [Fact]
    public async Task What_was_left_out_stays_with_the_version_and_goes_with_what_is_made_from_it()
    {
        (await UploadAsync("问答.csv", Encoding.UTF8.GetBytes("问题,答案\n几点开门,早上7点\n空的,\n"))).ShouldContain("1个问题没有写答案，没有收。");
        ShelfDocument draft = await rig.ReadAsync(db => db.Set<ShelfDocument>().SingleAsync(row => row.State == ShelfState.Draft, Token));
        (await rig.Admin.GetTextAsync($"{Home}/drafts")).ShouldContain("1个问题没有写答案，没有收。");
        await rig.Admin.PostFormAsync($"{Home}/drafts", $"{Home}/documents/{draft.Id}/publish", ("version", $"{draft.Version}"));
        (await rig.Worker.GetTextAsync($"{Home}/documents/{draft.Id}")).ShouldContain("1个问题没有写答案，没有收。");
        (await rig.Worker.GetTextAsync($"{Home}/documents/{draft.Id}/versions")).ShouldContain("1个问题没有写答案，没有收。");

        draft = await rig.ReadAsync(db => db.Set<ShelfDocument>().SingleAsync(row => row.Id == draft.Id, Token));
        await rig.Admin.PostFormAsync($"{Home}/documents/{draft.Id}/passages", $"{Home}/documents/{draft.Id}/passages/ask", ("version", $"{draft.Version}"), ("n", "0"), ("text", "什么时候开"));
        ShelfDocument next = await rig.ReadAsync(db => db.Set<ShelfDocument>().SingleAsync(row => row.State == ShelfState.Draft, Token));
        next.Notes.ShouldBe("1个问题没有写答案，没有收");
        await RemoveDraftsAsync();
    }

    [Fact]
    public async Task A_single_try_is_kept_and_a_page_loaded_again_is_no_new_one()
    {
        string address = $"{Home}/try?q={Uri.EscapeDataString("请问尊老金什么时候到账")}";
        await rig.Worker.GetTextAsync($"{Home}/try?q={Uri.EscapeDataString("我电话13800001111，轮椅能借吗")}");
        await rig.Worker.GetTextAsync(address);
        await rig.Worker.GetTextAsync(address);
        using (HttpRequestMessage followed = new(HttpMethod.Get, $"{Home}/try?q={Uri.EscapeDataString("这是别的网页上的一个链接吗")}"))
        {
            followed.Headers.Add("Sec-Fetch-Site", "cross-site");
            (await rig.Worker.SendAsync(followed, Token)).StatusCode.ShouldBe(HttpStatusCode.OK, "the answer is shown, and nothing is written");
        }
        List<QuestionRun> runs = await rig.ReadAsync(db => db.Set<QuestionRun>().Where(each => each.Kind == RunKind.One && each.StartedBy == ConsoleRig.Lead).OrderBy(each => each.Id).ToListAsync(Token));
        runs.Count.ShouldBe(2);
        runs[0].Title.ShouldNotBeNull().ShouldNotContain("13800001111");
        QuestionRun run = runs[1];
        RunRow row = await rig.ReadAsync(db => db.Set<RunRow>().SingleAsync(each => each.Run == run.Id, Token));
        row.Answer.ShouldNotBeNull().ShouldContain("尊老金按月发放");

        string page = await rig.Admin.GetTextAsync($"{Home}/try");
        page.ShouldContain("试问过的");
        page.ShouldContain($"{Home}/trials/{run.Id}");
        (await rig.Admin.GetTextAsync($"{Home}/trials/{run.Id}")).ShouldContain("尊老金按月发放");
        (await rig.Worker.GetTextAsync($"{Home}/try")).ShouldContain("尊老金什么时候到账");
        (await rig.Admin.GetTextAsync($"{Home}/batch")).ShouldNotContain("尊老金什么时候到账");
    }

    [Fact]
    public async Task Documents_that_mean_other_things_are_not_shown_again_until_one_changes()
    {
        ShelfDocument one = await rig.PublishAsync("网球场须知", "网球场每天开到晚上9点。"), two = await rig.PublishAsync("网球场夏令时间", "网球场每天开到晚上10点。");
        await rig.WriteAsync((db, _) => Task.FromResult(db.Add(new AskedQuestion
        {
            Question = "网球场开到几点",
            Asker = "3-1-502",
            Group = ConsoleRig.Group,
            Channel = "webchat",
            Conversation = ConsoleRig.Group,
            MessageId = "pair",
            Reply = "两份文件说法不一",
            Answered = true,
            Document = one.Name,
            Quote = "网球场每天开到晚上9点",
            OtherDocument = two.Name,
            OtherQuote = "网球场每天开到晚上10点",
            AskedAt = rig.Host.Get<TimeProvider>().GetUtcNow(),
        })));
        (await rig.Admin.GetTextAsync(Home)).ShouldContain("说法不一 1");
        (await rig.Worker.GetTextAsync($"{Home}/disagree")).ShouldNotContain("不是一回事<");
        rig.Host.Get<DocumentStore>().Agreed.ShouldBeEmpty();

        await rig.Admin.PostFormAsync($"{Home}/disagree", $"{Home}/disagree/agree", ("one", $"{two.Id}"), ("two", $"{one.Id}"));
        (await rig.Admin.GetTextAsync($"{Home}/disagree")).ShouldNotContain("网球场开到几点");
        (await rig.Admin.GetTextAsync(Home)).ShouldNotContain("说法不一 1");
        rig.Host.Get<DocumentStore>().Agreed.ShouldHaveSingleItem();

        await rig.PublishAsync("网球场须知", "网球场每天开到晚上9点，周日不开。", one);
        (await rig.Admin.GetTextAsync($"{Home}/disagree")).ShouldContain("网球场开到几点");
        await Eventually.TrueAsync(() => rig.Host.Get<DocumentStore>().Agreed.Count == 0, "the group is told again");
        await rig.PublishAsync("网球场夏令时间", "网球场每天开到晚上9点。", two);
        (await rig.Admin.GetTextAsync($"{Home}/disagree")).ShouldNotContain("网球场开到几点", Case.Sensitive, "neither says it any longer");
    }

    private async Task<ShelfDocument> StandardAsync(string question, string answer)
    {
        await rig.Admin.PostFormAsync($"{Home}/answers/edit", $"{Home}/answers", ("question", question), ("answer", answer));
        return await rig.ReadAsync(db => db.Set<ShelfDocument>().SingleAsync(row => row.Title == question && row.State == ShelfState.Active, Token));
    }

    private async Task RemoveDraftsAsync() => await rig.WriteAsync((db, token) => db.Set<ShelfDocument>().Where(row => row.State == ShelfState.Draft).ExecuteDeleteAsync(token));

    private async Task<string> UploadAsync(string name, byte[] bytes, bool quiet = false)
    {
        HttpResponseMessage answer = await rig.UploadAsync((name, bytes));
        answer.StatusCode.ShouldBe(quiet ? HttpStatusCode.Redirect : HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));
    }

    private static Dictionary<string, string> Unpack(byte[] zip)
    {
        using ZipArchive archive = new(new MemoryStream(zip), ZipArchiveMode.Read);
        Dictionary<string, string> files = [];
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using StreamReader reader = new(entry.Open());
            files[entry.FullName] = reader.ReadToEnd();
        }
        return files;
    }
}
