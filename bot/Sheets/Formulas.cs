namespace Bot.Sheets;

/// <summary>
/// Words that a spreadsheet would take for a formula get the apostrophe a person would type before them. The type of the cell
/// already says text, but that is lost when someone saves the sheet as csv and opens it again.
/// </summary>
internal static class Formulas
{
    private const string Starts = "=+-@\t\r\n＝＋－＠";

    public static string Disarm(string text) => Looks(text) ? "'" + text : text;

    /// <summary>The same words back from a file of ours.</summary>
    public static string Restore(string text) => text is ['\'', ..] && Looks(text[1..]) ? text[1..] : text;

    private static bool Looks(string text) => text.Length > 0 && (Starts.Contains(text[0]) || text.TrimStart() is [var first, ..] && Starts.Contains(first));
}
