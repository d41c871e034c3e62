using System.Text.RegularExpressions;

namespace Bot.Channels.ChatRecord.Reading;

/// <summary>"王姐：电梯坏了", a line each: written down by hand, or copied from elsewhere.</summary>
internal sealed partial class NameColonText : IRecordFormat
{
    public Heading? Read(string line, string plain, DateOnly today)
    {
        Match match = Said().Match(plain);
        return match.Success && Names.Read(line, match.Groups["name"]) is { } sender && !Names.IsTitle(sender)
            ? new Heading(sender, At: null, line[match.Groups["text"].Index..])
            : null;
    }

    [GeneratedRegex(@"^\s*(?<name>[^\s:「\[](?:[^:「]{0,28}[^\s:「])?)\s*:\s*(?!//)(?<text>\S.*)$")]
    private static partial Regex Said();
}
