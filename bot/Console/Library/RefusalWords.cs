using Knowledge;

namespace Bot.Console.Library;

/// <summary>Why the knowledge base was not sure, in plain words: what its signals say. Pure.</summary>
internal static class RefusalWords
{
    private static readonly (string Name, Func<double, bool> Speaks, string Words)[] All =
    [
        ("thingMissing", value => value > 0, "问的那样东西，这份文件里没提"),
        ("foreignName", value => value > 0.45, "提到的名字文件里没有，可能问的是别处"),
        ("placeMissing", value => value > 0, "问的地方文件里没有"),
        ("otherPlace", value => value > 0, "这份文件讲的是另一个地方"),
        ("localMissing", value => value > 0, "问的小区、街巷文件里没有"),
        ("namesMissing", value => value > 0, "问的单位名称文件里没有"),
        ("yearMissing", value => value > 0, "问的年份文件里没有"),
        ("yearConflict", value => value > 0, "问的年份和这份文件的日子不合"),
        ("dateMissing", value => value > 0, "问的日子文件里没有"),
        ("numbersMissing", value => value > 0, "问的数字文件里没有"),
        ("wordsNotInDocument", value => value > 0.2, "问的几个词，这份文件里没有"),
        ("wordsNotInPassage", value => value > 0.3, "最像的那一段里缺了问的几个词"),
        ("inSentence", value => value < 0.3, "最像的那句话里没有几个问的词"),
        ("lead", value => value < 0.08, "有几份差不多像，分不出该用哪份"),
        ("passage", value => value < 0.35, "对得上的字不多"),
    ];

    public static IEnumerable<string> Signals => All.Select(word => word.Name);

    public static IReadOnlyList<string> Of(Answer answer) => answer.Documents.Count == 0
        ? ["没有一份文件对得上，或者都不在有效期里、不给这里用"]
        : [.. All.Where(word => answer.Signals.FirstOrDefault(signal => signal.Name == word.Name) is { } signal && word.Speaks(signal.Value)).Select(word => word.Words)];

    /// <summary>Why a document that was found cannot answer; null when it can.</summary>
    public static string? Of(DocumentStanding standing) => standing switch
    {
        DocumentStanding.Holds => null,
        DocumentStanding.Disabled => "停用了",
        DocumentStanding.NotYetInForce => "那天还没生效",
        DocumentStanding.Expired => "那天已过期",
        DocumentStanding.Replaced => "已被别的替代",
        _ => "不给这个群的网格用",
    };
}
