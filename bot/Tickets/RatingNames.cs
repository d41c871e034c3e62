namespace Bot.Tickets;

/// <summary>The words of a rating.</summary>
public static class RatingNames
{
    private const int ReasonLength = 60;
    private static readonly string[] Titles = ["满意", "基本满意", "不满意"];

    public static string Title(this Rating rating) => Titles[(int)rating];

    public static bool TryParse(string? word, out Rating rating)
    {
        int index = Array.IndexOf(Titles, word?.Trim());
        rating = index < 0 ? default : (Rating)index;
        return index >= 0;
    }

    /// <summary>What stands beside 不满意 in "327不满意，师傅没戴鞋套"; null when nothing does.</summary>
    internal static string? ReasonIn(string text)
    {
        int at = text.IndexOf(Titles[2], StringComparison.Ordinal);
        string rest = at < 0 ? text : text[(at + Titles[2].Length)..];
        rest = rest.Trim().Trim('，', ',', '。', '！', '!', '：', ':', ' ', '了', '的');
        return rest.Length < 2 ? null : rest.Length <= ReasonLength ? rest : rest[..ReasonLength];
    }
}
