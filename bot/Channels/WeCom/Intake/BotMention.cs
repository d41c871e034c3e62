using System.Text.RegularExpressions;

namespace Bot.Channels.WeCom.Intake;

/// <summary>How the bot is called in a text: the vendor only says that it is, not where.</summary>
internal static partial class BotMention
{
    /// <summary>Its mention as it stands there; without a known name the only one there is, and null where several are called.</summary>
    public static string? In(string text, string? botName)
    {
        if (WeComOptions.Has(botName))
        {
            string called = $"@{botName!.Trim()}";
            return text.Contains(called, StringComparison.Ordinal) ? called : null;
        }
        MatchCollection mentions = Mention().Matches(text);
        return mentions.Count == 1 ? mentions[0].Value : null;
    }

    // not the middle of a mail address
    [GeneratedRegex(@"(?<![A-Za-z0-9._-])@[^\s@]{1,64}")]
    private static partial Regex Mention();
}
