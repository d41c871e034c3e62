namespace Bot.Privacy;

/// <summary>What stands where residents' words and names were.</summary>
public static class GoneWords
{
    public const string Expired = "（已过保存期，原话已删除）";
    public const string Erased = "（已按本人要求删除）";
    public const string Person = "已删除的居民";

    /// <summary>Who said an example whose time is over; its words stay to learn from, numbers masked.</summary>
    public const string Resident = "居民";

    /// <summary>The n-th who was erased where another one was before: who reported a matter with them stays another person.</summary>
    public static string Nth(int n) => n == 1 ? Person : $"{Person}·{n}";

    public static bool IsName(string name) => name == Resident || name == Person || name.StartsWith(Person + "·", StringComparison.Ordinal);

    /// <summary>Whether a text was nothing but words that are gone.</summary>
    public static bool IsAllOf(string text) => !text.Replace(Erased, "", StringComparison.Ordinal).Any(char.IsLetterOrDigit);

    /// <summary>Said to staff in the place of words that were waiting to be said and told what the person had said.</summary>
    public static string Neutral(int? ticket) => ticket is { } number ? $"{number}号工单：原话已按本人要求删除，请打开工单看" : Erased;
}
