using System.Text.RegularExpressions;

namespace Bot.Channels.ChatRecord.Reading;

/// <summary>"2026-11-21 08:31:05 王姐", "2026-11-21 08:31:05 '王姐'", "[2026-11-21 08:31] 王姐: 电梯坏了": exported text files.</summary>
internal sealed partial class TimeThenName : IRecordFormat
{
    public Heading? Read(string line, string plain, DateOnly today)
    {
        Match match = Time().Match(plain);
        if (!match.Success || TimeWords.Read(match, today) is not { } at) { return null; }
        Group name = match.Groups["name"], text = match.Groups["text"];
        bool sure = at.Day is not null || match.Groups["open"].Length > 0 || text.Length > 0;
        return sure && Names.Read(line, name) is { } sender
            ? new Heading(sender, at, text.Success && text.Length > 0 ? line[text.Index..] : null)
            : null;
    }

    [GeneratedRegex(@"^\s*(?<open>\[?)" + TimeWords.MaybeDayAndClock + @"\]?\s+(?<name>\S.{0,59}?)(?:\([0-9]{5,}\)|<[^>]*>)?\s*(?::\s*(?<text>.*))?$")]
    private static partial Regex Time();
}
