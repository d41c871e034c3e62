using Bot.Answers.Library;

namespace Bot.Console.Library.Validity;

/// <summary>What changed in a month, as a notice that an admin goes over before it is sent. Pure.</summary>
internal static class ChangeNotice
{
    private const int Most = 6;

    public static string? Write(IReadOnlyList<ShelfDocument> added, IReadOnlyList<ShelfDocument> changed, IReadOnlyList<ShelfDocument> ended)
    {
        string[] parts = [.. new[] { Part("新办法", added), Part("有变化", changed), Part("不再用", ended) }.OfType<string>()];
        return parts.Length == 0 ? null : string.Join("；", parts) + "。想知道怎么办，在群里问一句就行";
    }

    private static string? Part(string what, IReadOnlyList<ShelfDocument> documents) => documents.Count == 0 ? null
        : $"{what}：{string.Concat(documents.Take(Most).Select(document => $"《{document.Title}》"))}{(documents.Count > Most ? $"等{documents.Count}份" : "")}";
}
