using System.Text.RegularExpressions;

namespace Bot.Triage.Reading;

/// <summary>A message's text taken apart: the words themselves, what they quote, whom they name, what is attached.</summary>
/// <param name="Body">The sender's own words, without quote, placeholders and the bot's name; empty for a bare photo.</param>
/// <param name="Quoted">Text of the quoted message, null without a quote.</param>
/// <param name="QuotedSender">Nickname of the quoted person.</param>
/// <param name="NamesBot">Whether the bot is called by name.</param>
/// <param name="HasPicture">Whether a photo or a video is attached.</param>
/// <param name="IsVoiceNote">A voice message without transcript.</param>
public sealed partial record MessageText(
    string Body, string? Quoted, string? QuotedSender, bool NamesBot, bool HasPicture, bool IsVoiceNote)
{
    public bool IsBarePicture => HasPicture && Body.Length == 0;

    public static MessageText Parse(string text, IReadOnlyList<string> botNames, bool hasImages)
    {
        string body = text.Trim();
        string? quoted = null, quotedSender = null;
        Match quote = Quote().Match(body);
        if (quote.Success)
        {
            (quotedSender, quoted) = (quote.Groups[1].Value.Trim(), quote.Groups[2].Value.Trim());
            body = body[quote.Length..].Trim();
        }

        bool picture = hasImages || body.Contains("[图片]") || body.Contains("[视频]") || body.Contains("[照片]");
        bool voice = body.StartsWith("[语音]", StringComparison.Ordinal);
        bool named = Names(body, botNames);
        body = voice ? "" : Placeholder().Replace(body, " ");
        foreach (string name in botNames)
        {
            body = body.Replace("@" + name, " ", StringComparison.Ordinal);
        }

        return new MessageText(body.Trim(), quoted, quotedSender, named, picture, voice);
    }

    private static bool Names(string body, IReadOnlyList<string> botNames)
    {
        foreach (string name in botNames)
        {
            if (name.Length > 0 && body.Contains(name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^「([^：:「」\n]{1,40})[：:]([^」]{0,2000})」\s*(?:(?:-\s?){3,})?\s*", RegexOptions.None, 200)]
    private static partial Regex Quote();

    [GeneratedRegex(@"\[(?:图片|视频|照片|语音转文字|语音|动画表情|表情|链接|文件|位置|捂脸|流泪|玫瑰|强)\]")]
    private static partial Regex Placeholder();
}
