using System.Text;
using System.Text.Json;
using Tests.Support;

namespace Tests.Commands;

/// <summary>What scripts rely on when they call <c>triage</c>.</summary>
public sealed class TriageCommandTests : IDisposable
{
    private static readonly string[] Fields =
        ["id", "kind", "category", "topic", "urgency", "location", "ticket", "opened", "reply", "confidence", "reason"];

    private static readonly string[] Log =
    [
        Line("a1", "2026-11-21T08:00:00+08:00", "3-2-201小陈", "大家早上好"),
        Line("a2", "2026-11-21T08:10:00+08:00", "3-2-201小陈", "3号楼2单元电梯坏了 停在5楼不动了"),
        Line("a3", "2026-11-21T08:20:00+08:00", "桂姨", "8号楼门口的路灯不亮了 晚上看不见路"),
        Line("a4", "2026-11-21T08:21:00+08:00", "老周", "谢谢物业师傅"),
        Line("a5", "2026-11-21T08:22:00+08:00", "12-1-301", "12号楼1单元楼道垃圾堆了三天没人清 臭死了"),
    ];

    private readonly TempFolder _folder = new();

    private string Input => _folder.File("m.jsonl");

    private string Output => _folder.File("d.jsonl");

    [Fact]
    public async Task Every_message_gets_a_row_of_all_fields_in_input_order()
    {
        (await TriageAsync(Log)).ExitCode.ShouldBe(0);

        JsonElement[] rows = Rows();
        Ids(rows).ShouldBe(["a1", "a2", "a3", "a4", "a5"]);
        rows.ShouldAllBe(row => row.EnumerateObject().Select(field => field.Name).SequenceEqual(Fields));
        rows.SelectMany(row => row.EnumerateObject()).ShouldAllBe(field => field.Value.ValueKind != JsonValueKind.String || field.Value.GetString() != "");
        rows.Where(row => row.GetProperty("kind").GetString() is not ("issue" or "emergency"))
            .ShouldAllBe(row => row.GetProperty("urgency").ValueKind == JsonValueKind.Null);
        rows.Where(row => row.GetProperty("opened").GetBoolean()).Select(row => row.GetProperty("ticket").GetString()).ShouldBe(["1", "2", "3"]);
        Directory.GetFiles(_folder.Path, "*.tmp").ShouldBeEmpty();
    }

    [Fact]
    public async Task Lines_that_cannot_be_used_are_named_and_the_others_are_not_touched_by_them()
    {
        (await TriageAsync(Log)).ExitCode.ShouldBe(0);
        string[] clean = File.ReadAllLines(Output);
        string[] bad =
        [
            "not json", "[1,2]", "", Line("a1", "2026-11-21T08:00:00+08:00", "别人", "这个编号用过了 电梯坏了"),
            """{"id":"b1","group":"g","sender":"s","text":"t"}""", Line("b2", "yesterday", "s", "电梯坏了"),
            """{"id":"b3","time":"2026-11-21T08:00:00+08:00","sender":"s","text":"t"}""",
            """{"id":7,"group":"g","time":"2026-11-21T08:00:00+08:00","sender":"s","text":"t"}""",
            """{"id":"b4","group":"g","time":"2026-11-21T08:00:00+08:00","sender":"s","text":"t","role":"king"}""",
        ];

        BotProgram.Result result = await TriageAsync([Log[0], .. bad, .. Log[1..]]);

        result.ExitCode.ShouldBe(4);
        File.ReadAllLines(Output).ShouldBe(clean);
        for (int line = 2; line <= 1 + bad.Length; line++)
        {
            result.Error.Split('\n').Count(told => told.StartsWith($"{Input}:{line}: ", StringComparison.Ordinal)).ShouldBe(1, result.Error);
        }
    }

    [Fact]
    public async Task Byte_order_mark_carriage_returns_and_unknown_fields_change_nothing()
    {
        (await TriageAsync(Log)).ExitCode.ShouldBe(0);
        string[] plain = File.ReadAllLines(Output);
        string text = string.Join("\r\n", Log.Select(line => line[..^1] + ",\"device\":{\"os\":\"x\"},\"kind\":\"ad\"}"));
        File.WriteAllText(Input, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        BotProgram.Result result = await BotProgram.RunAsync("triage", "--input", Input, "--output", Output);

        result.ExitCode.ShouldBe(0, result.Error);
        File.ReadAllLines(Output).ShouldBe(plain);
        File.ReadAllText(Output).ShouldNotContain('\r');
    }

    [Fact]
    public async Task A_time_without_offset_is_the_communitys_and_one_that_goes_back_counts_as_the_one_before()
    {
        (await TriageAsync(Log)).ExitCode.ShouldBe(0);
        string[] usual = File.ReadAllLines(Output);

        (await TriageAsync([.. Log.Select(line => line.Replace("+08:00", "", StringComparison.Ordinal))])).ExitCode.ShouldBe(0);
        File.ReadAllLines(Output).ShouldBe(usual);

        (await TriageAsync([.. Log[..4], Log[4].Replace("08:22", "03:00", StringComparison.Ordinal)])).ExitCode.ShouldBe(0);
        File.ReadAllLines(Output).ShouldBe(usual);
    }

    [Fact]
    public async Task Without_output_rows_go_to_standard_output_and_without_messages_there_are_none()
    {
        File.WriteAllLines(Input, Log);
        BotProgram.Result result = await BotProgram.RunAsync("triage", "--input", Input);
        result.ExitCode.ShouldBe(0);
        Ids(result.Output.Trim().Split('\n').Select(Parse)).ShouldBe(["a1", "a2", "a3", "a4", "a5"]);

        (await TriageAsync([])).ExitCode.ShouldBe(0);
        File.ReadAllText(Output).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--input", "MISSING")]
    [InlineData("--input", "FOLDER")]
    [InlineData("--input", "m.jsonl", "--directory", "MISSING")]
    [InlineData("--input", "m.jsonl", "--directory", "broken.json")]
    [InlineData("--input", "m.jsonl", "--model", "MISSING")]
    [InlineData("--input", "m.jsonl", "--model", "fruit.model")]
    [InlineData("--input", "m.jsonl", "--output", "MISSING/d.jsonl")]
    public async Task What_cannot_be_read_or_written_is_one_line_and_exit_2(params string[] arguments)
    {
        File.WriteAllLines(Input, Log);
        File.WriteAllText(Output, "kept");
        File.WriteAllText(_folder.File("broken.json"), "{ \"groups\": [ }");
        Directory.CreateDirectory(_folder.File("FOLDER"));
        if (arguments.Contains("fruit.model"))
        {
            File.WriteAllText(_folder.File("train.tsv"), Tests.Triage.Classifier.ToyTask.Lines);
            (await BotProgram.RunAsync("train", "--input", _folder.File("train.tsv"), "--model", _folder.File("fruit.model"))).ExitCode.ShouldBe(0);
        }

        string[] paths = [.. arguments.Select(argument => argument.StartsWith('-') ? argument : _folder.File(argument))];
        BotProgram.Result result = await BotProgram.RunAsync(["triage", .. paths, .. paths.Contains("--output") ? [] : new[] { "--output", Output }]);

        result.ExitCode.ShouldBe(2, result.Error);
        result.Output.ShouldBeEmpty();
        result.Error.Trim().Split('\n')[^1].ShouldStartWith($"bot: {_folder.Path}");
        result.Error.ShouldNotContain("   at ");
        File.ReadAllText(Output).ShouldBe("kept");
    }

    [Fact]
    public async Task With_a_store_questions_are_answered_from_it_on_the_day_they_were_asked()
    {
        string documents = _folder.File("documents");
        Directory.CreateDirectory(documents);
        File.WriteAllText(Path.Combine(documents, "pay.md"), "---\ntitle: 尊老金办法\neffective: 2026-03-01\nexpires: 2026-11-21\n---\n## 第1条 什么时候发\n\n尊老金按月发放，每月15日打到社保卡。\n");
        (await BotProgram.RunAsync("index", "--documents", documents, "--store", _folder.File("store"))).ExitCode.ShouldBe(0);
        string[] log = [Line("q1", "2026-11-21T08:00:00+08:00", "12-1-301", "请问尊老金什么时候发"), Line("q2", "2026-11-22T08:00:00+08:00", "桂姨", "请问尊老金什么时候发")];

        (await TriageAsync(log)).ExitCode.ShouldBe(0);
        Rows().ShouldAllBe(row => row.GetProperty("reply").GetString()!.Contains("我没查到准确规定"));
        (await BotProgram.RunAsync("triage", "--input", Input, "--output", Output, "--store", _folder.File("store"))).ExitCode.ShouldBe(0);
        string[] replies = [.. Rows().Select(row => row.GetProperty("reply").GetString()!)];
        replies[0].ShouldBe("尊老金按月发放，每月15日打到社保卡。依据：《尊老金办法》2026年3月版第1条");
        replies[1].ShouldContain("我没查到准确规定");
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_one_line_and_exit_3()
    {
        File.WriteAllLines(Input, Log);
        foreach (string name in new[] { "MISSING", "broken" })
        {
            Directory.CreateDirectory(_folder.File("broken"));
            File.WriteAllText(Path.Combine(_folder.File("broken"), "knowledge.db"), "this is no store");
            BotProgram.Result result = await BotProgram.RunAsync("triage", "--input", Input, "--output", Output, "--store", _folder.File(name));
            result.ExitCode.ShouldBe(3, result.Error);
            result.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldStartWith($"bot: {_folder.File(name)}: ");
            File.Exists(Output).ShouldBeFalse();
            Directory.Exists(_folder.File("MISSING")).ShouldBeFalse();
        }
    }

    public void Dispose() => _folder.Dispose();

    private static string Line(string id, string time, string sender, string text) =>
        $$"""{"id":"{{id}}","group":"一网格群","time":"{{time}}","sender":"{{sender}}","text":"{{text}}"}""";

    private static JsonElement Parse(string line) => JsonDocument.Parse(line).RootElement;

    private static IEnumerable<string?> Ids(IEnumerable<JsonElement> rows) => rows.Select(row => row.GetProperty("id").GetString());

    private JsonElement[] Rows() => [.. File.ReadLines(Output).Select(Parse)];

    private Task<BotProgram.Result> TriageAsync(string[] lines)
    {
        File.WriteAllLines(Input, lines);
        return BotProgram.RunAsync("triage", "--input", Input, "--output", Output);
    }
}
