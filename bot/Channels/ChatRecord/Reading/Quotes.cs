using System.Text.RegularExpressions;

namespace Bot.Channels.ChatRecord.Reading;

/// <summary>"「王姐：电梯又坏了」", dashes below, then the answer.</summary>
internal static partial class Quotes
{
    public static (string Text, string? Sender, string? Quoted) Split(string text)
    {
        Match match = Quote().Match(text);
        return match.Success && PlainForm.Trim(match.Groups["text"].Value) is { Length: > 0 } answer
            ? (answer, PlainForm.Trim(match.Groups["name"].Value), PlainForm.Trim(match.Groups["quoted"].Value))
            : (text, null, null);
    }

    /// <summary>As the record wrote it.</summary>
    public static string Join(string text, string sender, string quoted) => $"「{sender}：{quoted}」\n- - - - - - - - - - - - - - -\n{text}";

    [GeneratedRegex(@"^「(?<name>[^：:「」\n]{1,40})[：:](?<quoted>[^」]{0,4000})」[ \t]*\n(?:[ \t]*[-—－–][-—－– \t]{3,}\n)?(?<text>[\s\S]*)$")]
    private static partial Regex Quote();
}
