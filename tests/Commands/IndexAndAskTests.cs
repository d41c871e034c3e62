using System.Text.Json;
using Knowledge;
using Knowledge.Reading;
using Tests.Support;

namespace Tests.Commands;

public sealed class IndexAndAskTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public IndexAndAskTests()
    {
        Write("canteen.md", "---\ntitle: 老年食堂就餐办法\neffective: 2026-03-01\n---\n## 第1条 时间\n老年食堂午餐十一点半开饭，下午一点结束。\n");
        Write("rules/parking.txt", "访客停车前30分钟免费，之后每小时3元。\n\n过夜停车一次10元。\n");
        Write("rules/old.markdown", "---\ntitle: 老年食堂旧办法\nexpires: 2025-12-31\n---\n老年食堂午餐十二点开饭。\n");
        Write("picture.png", "no document");
    }

    private string Documents => _folder.File("documents");

    private string Store => _folder.File("store");

    [Fact]
    public async Task Every_document_has_its_result_and_a_second_run_reads_only_what_changed()
    {
        BotProgram.Result first = await Index();
        first.ExitCode.ShouldBe(0, first.Error);
        first.Output.ShouldBeEmpty();
        first.Error.ShouldContain("canteen: added, 老年食堂就餐办法");
        first.Error.ShouldContain("rules/parking: added");
        first.Error.ShouldContain("3 added, 0 changed, 0 unchanged, 0 removed, 0 failed");

        Write("canteen.md", "# 老年食堂\n午餐十二点开饭。\n");
        File.Delete(Path.Combine(Documents, "rules", "parking.txt"));
        using (KnowledgeBase knowledge = KnowledgeBase.Open(Store)) { knowledge.Put(new Document("answers/12", new DocumentHeader("问12号"), "周六开门。")); }

        BotProgram.Result second = await Index();
        second.Error.ShouldContain("0 added, 1 changed, 1 unchanged, 1 removed, 0 failed");
        using KnowledgeBase after = KnowledgeBase.Open(Store);
        after.Documents.Select(stored => stored.Document.Name).ShouldBe(["answers/12", "canteen", "rules/old"]);
    }

    [Fact]
    public async Task A_bad_document_is_named_and_the_others_are_read()
    {
        Write("bad.md", "---\neffective: 三月一日\n---\n文字");
        Write("empty.md", "\n");
        Write("rules/parking.md", "同名的另一份文件。");
        File.WriteAllBytes(Path.Combine(Documents, "gbk.txt"), [0xCB, 0xAE, 0xFF, 0xFF]);
        File.WriteAllBytes(Path.Combine(Documents, "huge.md"), new byte[ReadLimits.Usual.Bytes + 1]);
        File.CreateSymbolicLink(Path.Combine(Documents, "loop"), Documents);
        File.WriteAllText(_folder.File("outside.md"), "文件夹外面的话。");
        File.CreateSymbolicLink(Path.Combine(Documents, "link.md"), _folder.File("outside.md"));

        BotProgram.Result result = await Index();

        result.ExitCode.ShouldBe(4);
        result.Error.ShouldContain("bad.md: header: effective is '三月一日'");
        result.Error.ShouldContain("empty.md: holds no text");
        result.Error.ShouldContain("gbk.txt: is no text in UTF-8, UTF-16 or GB18030; save it as UTF-8");
        result.Error.ShouldContain("huge.md: is too large");
        result.Error.ShouldContain("parking.txt: another file makes the document 'rules/parking' already");
        result.Error.ShouldContain("3 added, 0 changed, 0 unchanged, 0 removed, 5 failed");
        result.Error.ShouldNotContain("   at ");
        using KnowledgeBase store = KnowledgeBase.Open(Store);
        store.Find("link").ShouldBeNull("a link leads out of the folder");
    }

    [Fact]
    public async Task Answers_and_refusals_are_one_line_a_question()
    {
        await Index();
        File.WriteAllText(_folder.File("q.jsonl"), """
            {"id":"a","question":"老年食堂午餐几点开饭"}
            not json
            {"id":"b","question":"哪里能换外币"}
            {"id":"a","question":"又一次"}
            {"id":"c"}
            """);

        BotProgram.Result result = await BotProgram.RunAsync(
            "ask", "--store", Store, "--input", _folder.File("q.jsonl"), "--output", _folder.File("a.jsonl"), "--at", "2026-11-21");

        result.ExitCode.ShouldBe(4);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain("q.jsonl:2: is no JSON object");
        result.Error.ShouldContain("q.jsonl:4: the id 'a' was there before");
        result.Error.ShouldContain("q.jsonl:5: no 'question'");
        JsonElement[] rows = [.. File.ReadLines(_folder.File("a.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];
        rows.Select(row => row.GetProperty("id").GetString()).ShouldBe(["a", "b"]);
        ShouldBeAnswered(rows[0], "canteen", "老年食堂午餐十一点半开饭");
        rows[1].GetProperty("answered").GetBoolean().ShouldBeFalse();
        rows[1].GetProperty("answer").ValueKind.ShouldBe(JsonValueKind.Null);
        rows[1].GetProperty("citations").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_day_decides_which_documents_hold()
    {
        await Index();

        BotProgram.Result then = await BotProgram.RunAsync("ask", "--store", Store, "--at", "2025-06-01", "老年食堂午餐几点开饭");

        then.ExitCode.ShouldBe(0, then.Error);
        JsonElement row = JsonDocument.Parse(then.Output).RootElement;
        row.GetProperty("id").ValueKind.ShouldBe(JsonValueKind.Null);
        row.GetProperty("documents").EnumerateArray().Select(found => found.GetProperty("document").GetString()).ShouldContain("rules/old");
        row.GetProperty("documents").EnumerateArray().Select(found => found.GetProperty("document").GetString()).ShouldNotContain("canteen");
    }

    [Fact]
    public async Task Labelled_questions_set_the_threshold_of_the_store()
    {
        File.WriteAllText(_folder.File("q.jsonl"), """
            {"id":"1","question":"老年食堂午餐几点开饭","document":"canteen"}
            {"id":"2","question":"访客停车每小时多少钱","answerable":true}
            {"id":"3","question":"哪里能换外币","document":null}
            """);

        BotProgram.Result result = await BotProgram.RunAsync("index", "--documents", Documents, "--store", Store, "--questions", _folder.File("q.jsonl"));

        result.ExitCode.ShouldBe(0, result.Error);
        result.Error.ShouldMatch(@"threshold 0\.\d{4}: 2 of 2 answerable questions answered, 1 of 1 others refused, F1 1\.0000");
    }

    [Theory]
    [InlineData(2, "index", "--documents", "MISSING", "--store", "store")]
    [InlineData(2, "index", "--documents", "documents", "--store", "documents/canteen.md")]
    [InlineData(2, "index", "--documents", "documents", "--store", "store", "--questions", "MISSING")]
    [InlineData(3, "ask", "--store", "MISSING", "问题")]
    [InlineData(2, "ask", "--store", "other", "问题")]
    public async Task What_is_wrong_is_one_line(int exitCode, params string[] arguments)
    {
        Directory.CreateDirectory(_folder.File("other"));
        File.WriteAllText(_folder.File("other/knowledge.db"), new string('x', 5000));
        string[] paths = [.. arguments.Select(a => a.StartsWith('-') || a is "index" or "ask" or "问题" ? a : _folder.File(a))];

        BotProgram.Result result = await BotProgram.RunAsync(paths);

        result.ExitCode.ShouldBe(exitCode, result.Error);
        result.Output.ShouldBeEmpty();
        result.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldStartWith($"bot: {_folder.Path}");
    }

    public void Dispose() => _folder.Dispose();

    private static void ShouldBeAnswered(JsonElement row, string document, string quote)
    {
        row.GetProperty("answered").GetBoolean().ShouldBeTrue(row.ToString());
        row.GetProperty("answer").GetString()!.ShouldContain("依据：《");
        row.GetProperty("confidence").GetDouble().ShouldBeInRange(0, 1);
        row.GetProperty("documents")[0].GetProperty("document").GetString().ShouldBe(document);
        JsonElement cited = row.GetProperty("citations").EnumerateArray().ShouldHaveSingleItem();
        cited.GetProperty("document").GetString().ShouldBe(document);
        cited.GetProperty("section").GetString().ShouldBe("第1条 时间");
        cited.GetProperty("quote").GetString()!.ShouldStartWith(quote);
    }

    private Task<BotProgram.Result> Index() => BotProgram.RunAsync("index", "--documents", Documents, "--store", Store);

    private void Write(string name, string text)
    {
        string path = Path.Combine(Documents, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
