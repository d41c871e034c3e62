using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Channels.WeCom.Sending;

/// <summary>Words written so that Markdown shows them as they are: the bot can answer in nothing else. Lookalikes, for not every client knows backslashes.</summary>
internal static partial class PlainMarkdown
{
    /// <summary>How many times longer it may become, in bytes.</summary>
    public const int Growth = 3;

    public static string Of(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (char letter in LineMark().Replace(text, mark => mark.Groups["before"].Value + Wide(mark.Groups["mark"].Value[0])))
        {
            plain.Append(letter is '*' or '`' or '<' or '[' or ']' or '~' or '|' ? Wide(letter) : letter);
        }
        return plain.ToString();
    }

    private static char Wide(char letter) => (char)(letter + 0xFEE0);

    // headings and quotes
    [GeneratedRegex(@"^(?<before>[ \t]*)(?<mark>[#>])", RegexOptions.Multiline)]
    private static partial Regex LineMark();
}
