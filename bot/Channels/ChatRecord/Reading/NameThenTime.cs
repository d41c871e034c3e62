using System.Text.RegularExpressions;

namespace Bot.Channels.ChatRecord.Reading;

/// <summary>
/// "王姐 2026/11/21 08:31", "王姐  11月21日 8:31", "王姐 上午 8:31", "王姐 08:31:05": copied messages with their times, a forwarded
/// record, its e-mail; also "王姐(2026-11-21 08:31:05):电梯坏了".
/// </summary>
internal sealed partial class NameThenTime : IRecordFormat
{
    public Heading? Read(string line, string plain, DateOnly today)
    {
        Match match = Below().Match(plain);
        if (!match.Success) { match = Beside().Match(plain); }
        if (!match.Success || TimeWords.Read(match, today) is not { } at) { return null; }
        Group name = match.Groups["name"], text = match.Groups["text"];
        return Names.Read(line, name) is { } sender
            ? new Heading(sender, at, text.Success && text.Length > 0 ? line[text.Index..] : null)
            : null;
    }

    [GeneratedRegex(@"^\s*(?<name>\S(?:.{0,58}?\S)?)(?>\s*:?\s+)" + TimeWords.MaybeDayAndClock + @"\s*:?\s*$")]
    private static partial Regex Below();

    [GeneratedRegex(@"^\s*(?<name>\S.{0,59}?)\s?\(" + TimeWords.DayAndClock + @"\)\s*:?\s*(?<text>.*)$")]
    private static partial Regex Beside();
}
