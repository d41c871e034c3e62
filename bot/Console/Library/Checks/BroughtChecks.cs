using Bot.Answers.Library.Checks;
using Bot.Sheets;

namespace Bot.Console.Library.Checks;

/// <summary>Questions as somebody brought them to a page: in a table that was uploaded, else in what was pasted.</summary>
/// <param name="Problem">Why nothing was read; null when it was.</param>
/// <param name="Problems">Lines that were left out, and why.</param>
internal sealed record BroughtChecks(string? Problem, IReadOnlyList<AskedCheck> Questions, IReadOnlyList<string> Problems)
{
    public const int LargestPost = 8 * 1024 * 1024;

    public static async Task<BroughtChecks> ReadAsync(IFormCollection form, ChecksQuery query, CancellationToken cancellationToken)
    {
        Dictionary<string, string> names = Names(await query.TitlesAsync(cancellationToken));
        SheetReading reading = await SheetAsync(form, names, cancellationToken);
        (IReadOnlyList<AskedCheck> questions, IReadOnlyList<string> problems) = CheckSheet.Read(reading, names, [.. query.Groups]);
        return new BroughtChecks(reading.Problem, questions, problems);
    }

    internal static async Task<SheetReading> SheetAsync(IFormCollection form, IReadOnlyDictionary<string, string> names, CancellationToken cancellationToken)
    {
        if (form.Files["file"] is not { Length: > 0 } file) { return CheckSheet.Paste(form["text"].ToString(), names); }
        byte[] bytes = new byte[file.Length];
        await using Stream content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return SheetReader.Read(bytes);
    }

    private static Dictionary<string, string> Names(IReadOnlyDictionary<string, string> titles)
    {
        Dictionary<string, string> names = [];
        foreach ((string name, string title) in titles) { names.TryAdd(title, name); }
        foreach (string name in titles.Keys) { names[name] = name; }
        return names;
    }
}
