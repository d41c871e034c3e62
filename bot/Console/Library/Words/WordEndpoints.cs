using Bot.Answers.Library.Words;
using Bot.Console.Library.Checks;
using Bot.Sheets;
using Knowledge;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Console.Library.Words;

/// <summary>同义词: what documents say and what residents say.</summary>
internal static class WordEndpoints
{
    private const string Home = "/console/knowledge/words";
    private static readonly string[] Heads = ["官方说法", "俗称", "同义词"];

    public static void MapWords(this RouteGroupBuilder changes)
    {
        changes.MapGet("/words", async (WordBook book, CancellationToken cancellationToken) =>
            Page.Of<WordsPage>(new WordsModel(await book.ListAsync(cancellationToken), KnowledgeBase.SuppliedSynonyms, [])));
        changes.MapPost("/words", AddAsync).WithMetadata(new RequestSizeLimitAttribute(BroughtChecks.LargestPost));
        changes.MapPost("/words/remove", RemoveAsync);
        changes.MapGet("/words/export", ExportAsync);
    }

    private static async Task<IResult> AddAsync(HttpContext http, WordBook book, CancellationToken cancellationToken)
    {
        IFormCollection form = await http.Request.ReadFormAsync(cancellationToken);
        SheetReading reading = form.Files["file"] is { Length: > 0 }
            ? await BroughtChecks.SheetAsync(form, new Dictionary<string, string>(), cancellationToken)
            : new SheetReading([new ReadSheet("", Lines(form["text"].ToString()))], null);
        List<string> problems = reading.Problem is { } problem ? [problem] : [];
        List<NameList> groups = [];
        foreach (SheetRow row in reading.Rows.Where(row => !row.Cells.Any(Heads.Contains)))
        {
            NameList words = NameList.From(row.Cells.SelectMany(cell => NameList.Parse(cell)));
            if (words.Count == 0) { continue; }
            if (WordRules.Problem(words) is { } cause) { problems.Add($"第{row.Number}行“{words}”：{cause}"); }
            else { groups.Add(words); }
        }
        if (problems.Count > 0 || groups.Count == 0)
        {
            problems = problems.Count > 0 ? problems : ["没有读到词。一行写几个意思一样的词，中间用顿号隔开"];
            return Page.Of<WordsPage>(
                new WordsModel(await book.ListAsync(cancellationToken), KnowledgeBase.SuppliedSynonyms, problems, form["text"]), StatusCodes.Status400BadRequest);
        }
        return await book.AddAsync(groups, http.Person(), cancellationToken) is { } added
            ? Acts.Done(http, $"记下了{added}行，下一问就用上。", Home)
            : Acts.NotDone(http, $"没有保存：最多{WordRules.MostGroups}行。", Home);
    }

    private static SheetRow[] Lines(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Select((line, i) => new SheetRow(i + 1, [line.Replace('\t', '、')])).Where(row => !string.IsNullOrWhiteSpace(row.Cells[0]))];

    private static async Task<IResult> RemoveAsync([FromForm] int? id, HttpContext http, WordBook book, CancellationToken cancellationToken) =>
        id is { } wanted && await book.RemoveAsync(wanted, cancellationToken) is { } removed
            ? Acts.Done(http, $"“{removed.Words}”不再当成一个意思。", Home)
            : Acts.NotDone(http, "没有删：这一行已经不在了。", Home);

    private static async Task<IResult> ExportAsync(WordBook book, ChecksQuery query, CancellationToken cancellationToken)
    {
        IReadOnlyList<SameWords> all = await book.ListAsync(cancellationToken);
        return SheetFile.Answer("同义词", query.Today, new Sheet(
            "同义词", [new("官方说法", 20, IsText: true), new("俗称", 40, IsText: true)],
            all.Select(row => (IReadOnlyList<Cell>)[row.Words[0], NameList.From(row.Words.Skip(1)).ToString()])));
    }
}
