namespace Bot.Triage.Classifier;

/// <summary>Gives what stands in for something else one character each: pictures, voice, someone addressed, any number.</summary>
internal static class Placeholders
{
    private const char Picture = '\uE001';
    private const char Video = '\uE002';
    private const char Voice = '\uE003';
    private const char Addressed = '\uE004';

    /// <summary>In place; returns the new length.</summary>
    public static int Fold(Span<char> text)
    {
        int length = 0;
        for (int i = 0; i < text.Length;)
        {
            ReadOnlySpan<char> rest = text[i..];
            (int taken, char c) =
                rest.StartsWith("[图片]") ? (4, Picture)
                : rest.StartsWith("[视频]") ? (4, Video)
                : rest.StartsWith("[语音]") ? (4, Voice)
                : rest[0] == '@' && NameLength(rest) is var name and > 1 ? (name, Addressed)
                : rest[0] == '0' ? (Digits(rest), '0')
                : (1, rest[0]);
            text[length++] = c;
            i += taken;
        }
        return length;
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny(" ,，:：");
        return end < 0 ? text.Length : end + 1;
    }

    private static int Digits(ReadOnlySpan<char> text) => text.IndexOfAnyExcept('0') is var end and >= 0 ? end : text.Length;
}
