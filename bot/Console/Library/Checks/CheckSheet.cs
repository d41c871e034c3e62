using Bot.Answers.Library.Checks;
using Bot.Sheets;

namespace Bot.Console.Library.Checks;

/// <summary>Questions as a table: 问题, 应该用哪份回答 (the document's name or title, or 不回答), 哪个群. Pure.</summary>
internal static class CheckSheet
{
    public const string Refuse = "不回答";
    private static readonly string[] QuestionHeads = ["问题", "问", "提问"];
    private static readonly string[] DocumentHeads = ["应该用哪份回答", "文件", "依据", "答案出处"];
    private static readonly string[] GroupHeads = ["哪个群", "群"];

    /// <summary>What was read; lines whose document or group is not known are told and left out.</summary>
    /// <param name="names">Name or title of a document to its name.</param>
    public static (IReadOnlyList<AskedCheck> Questions, IReadOnlyList<string> Problems) Read(
        SheetReading reading, IReadOnlyDictionary<string, string> names, IReadOnlyCollection<string> groups)
    {
        ReadSheet sheet = reading.Sheets.FirstOrDefault(each => each.Rows.Count > 0) ?? new ReadSheet("", []);
        int question = sheet.Column(QuestionHeads);
        (int document, int group) = question < 0 ? (1, 2) : (sheet.Column(DocumentHeads), sheet.Column(GroupHeads));
        List<AskedCheck> questions = [];
        List<string> problems = [];
        foreach (SheetRow row in sheet.Rows.Skip(question < 0 ? 0 : 1))
        {
            string said = Cell(row, Math.Max(0, question));
            string wanted = Cell(row, document).Trim('《', '》');
            string where = Cell(row, group);
            if (said.Length == 0) { continue; }
            if (wanted.Length > 0 && wanted != Refuse && !names.ContainsKey(wanted)) { problems.Add($"第{row.Number}行：没有叫“{wanted}”的文件"); continue; }
            if (where.Length > 0 && !groups.Contains(where)) { problems.Add($"第{row.Number}行：没有叫“{where}”的群"); continue; }
            questions.Add(new AskedCheck(said, wanted.Length > 0, names.GetValueOrDefault(wanted), where.Length > 0 ? where : null));
        }
        return (questions, problems);
    }

    /// <summary>Pasted lines: columns by tab, or a question that may hold commas, with a known document or 不回答 after its last one.</summary>
    public static SheetReading Paste(string text, IReadOnlyDictionary<string, string> names) => new(
        [new ReadSheet("", [.. text.ReplaceLineEndings("\n").Split('\n').Select((line, i) => new SheetRow(i + 1, Columns(line, names))).Where(row => !row.IsBlank)])], null);

    private static string[] Columns(string line, IReadOnlyDictionary<string, string> names)
    {
        if (line.Contains('\t', StringComparison.Ordinal)) { return [.. line.Split('\t').Select(cell => cell.Trim())]; }
        int comma = line.LastIndexOfAny([',', '，']);
        string last = comma < 0 ? "" : line[(comma + 1)..].Trim().Trim('《', '》');
        return last == Refuse || names.ContainsKey(last) ? [line[..comma].Trim(), last] : [line.Trim()];
    }

    public static Sheet Write(IEnumerable<CheckQuestion> checks, IReadOnlyDictionary<string, string> titles) => new(
        "回归问题", [new("问题", 48, IsText: true), new("应该用哪份回答", 32, IsText: true), new("哪个群", 20, IsText: true)],
        checks.Select(check => (IReadOnlyList<Cell>)[check.Question, check.Document is { } name ? titles.GetValueOrDefault(name) ?? name : Refuse, check.Group]));

    public static Sheet Write(QuestionRun run, IEnumerable<RunRow> rows, IReadOnlyDictionary<string, string> titles) => new(
        "试问结果",
        [new("问题", 48, IsText: true), new("应该用哪份回答", 28, IsText: true), new("结果", 10), new("用哪份回答", 28, IsText: true), new("回答", 60, IsText: true), new("把握", 8), new("原来的回答", 60, IsText: true)],
        rows.Select(row => (IReadOnlyList<Cell>)
        [
            row.Question, !row.IsChecked ? null : row.Expected is { } name ? titles.GetValueOrDefault(name) ?? name : Refuse, TrialWords.Of(run.Kind, row),
            row.Document is { } found ? titles.GetValueOrDefault(found) ?? found : Refuse, row.Answer, Bot.Sheets.Cell.Percent(row.Confidence), row.BeforeAnswer,
        ]));

    private static string Cell(SheetRow row, int column) => column >= 0 && column < row.Cells.Count ? row.Cells[column].Trim() : "";
}
