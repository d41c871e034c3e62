namespace Bot.Privacy;

/// <summary>What stands where residents' words and names were.</summary>
public static class GoneWords
{
    public const string Expired = "（已过保存期，原话已删除）";
    public const string Erased = "（已按本人要求删除）";
    public const string Person = "已删除的居民";

    /// <summary>Who said an example whose time is over; its words stay to learn from, numbers masked.</summary>
    public const string Resident = "居民";
}
