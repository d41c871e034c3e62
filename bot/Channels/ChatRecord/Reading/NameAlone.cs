using System.Text.RegularExpressions;

namespace Bot.Channels.ChatRecord.Reading;

/// <summary>"王姐:" and the words on the lines below: several messages chosen and copied in WeChat on a PC.</summary>
internal sealed partial class NameAlone : IRecordFormat
{
    public Heading? Read(string line, string plain, DateOnly today)
    {
        Match match = Name().Match(plain);
        return match.Success && Names.Read(line, match.Groups["name"]) is { } sender && !Names.IsTitle(sender) ? new Heading(sender, At: null, Text: null) : null;
    }

    [GeneratedRegex(@"^\s*(?<name>[^\s:](?:[^:]{0,38}[^\s:])?)\s*:\s*$")]
    private static partial Regex Name();
}
