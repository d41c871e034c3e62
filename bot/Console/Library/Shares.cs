namespace Bot.Console.Library;

internal static class Shares
{
    /// <summary>"92%": never more sure than it is.</summary>
    public static string Percent(this double share) => $"{(int)Math.Floor(share * 100)}%";
}
