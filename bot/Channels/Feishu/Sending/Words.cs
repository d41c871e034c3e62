using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Messaging.Members;

namespace Bot.Channels.Feishu.Sending;

/// <summary>
/// Words as a text message has them. Tags, links and calls would be made of what residents wrote: they are shown as they stand,
/// and only the one who is answered is called.
/// </summary>
internal static partial class Words
{
    /// <summary>How many bytes one may become, written twice as JSON.</summary>
    public const int Growth = 4;

    private const string Everyone = "all";

    public static string Plain(string text)
    {
        StringBuilder kept = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control) { kept.Append(rune); }
        }
        return LinkMark().Replace(TagMark().Replace(kept.ToString(), "＜"), "]（");
    }

    public static string Calling(CalledWords words) =>
        words.Member is { } member && member.ExternalId != Everyone && Id().IsMatch(member.ExternalId)
            ? $"<at user_id=\"{member.ExternalId}\">{Name(member)}</at>{Apart(Plain(words.Text))}"
            : Plain(words.Member is { } unknown ? $"@{unknown.Name} {words.Text.TrimStart()}" : words.Text);

    private static string Name(Member member) => Plain(member.Name).Replace("<", "＜", StringComparison.Ordinal);

    private static string Apart(string text) => text.Length == 0 || char.IsWhiteSpace(text[0]) ? text : $" {text}";

    [GeneratedRegex("<(?=[/A-Za-z])")]
    private static partial Regex TagMark();

    [GeneratedRegex(@"\]\(")]
    private static partial Regex LinkMark();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,128}$")]
    private static partial Regex Id();
}
