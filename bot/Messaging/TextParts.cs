using System.Globalization;
using System.Text;

namespace Bot.Messaging;

/// <summary>Cuts words for channels that take only so many bytes.</summary>
internal static class TextParts
{
    private const string Ends = "。！？；!?;";
    private const string Pauses = "，、,： ";

    /// <summary>
    /// Parts of at most <paramref name="most"/> UTF-8 bytes, which joined are the text without the white space at the cuts.
    /// Cut behind a line, else behind a sentence, else behind a pause, never within a character as people see it or within an "@name".
    /// </summary>
    public static IReadOnlyList<string> Of(string text, int? most)
    {
        if (most is not { } limit || Encoding.UTF8.GetByteCount(text) <= limit) { return [text]; }
        List<string> parts = [];
        string left = text.Trim();
        while (Encoding.UTF8.GetByteCount(left) > limit)
        {
            int cut = Cut(left, Reach(left, limit));
            parts.Add(left[..cut].TrimEnd());
            left = left[cut..].TrimStart();
        }
        if (left.Length > 0) { parts.Add(left); }
        return parts;
    }

    // how many characters of it fit; at least one, or it would never end
    private static int Reach(string text, int most)
    {
        int at = 0, bytes = 0;
        while (at < text.Length)
        {
            int length = StringInfo.GetNextTextElementLength(text, at);
            bytes += Encoding.UTF8.GetByteCount(text.AsSpan(at, length));
            if (bytes > most) { break; }
            at += length;
        }
        return at > 0 ? at : Math.Min(text.Length, WholeRunes(text, most));
    }

    // a single element longer than a whole message: cut between its code points
    private static int WholeRunes(string text, int most)
    {
        int at = 0, bytes = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > most && at > 0) { break; }
            at += rune.Utf16SequenceLength;
        }
        return at;
    }

    private static int Cut(string text, int reach)
    {
        int half = reach / 2;
        int line = text.LastIndexOf('\n', reach - 1);
        if (line >= half) { return line + 1; }
        int end = text.AsSpan(0, reach).LastIndexOfAny(Ends);
        if (end >= half) { return end + 1; }
        int pause = text.AsSpan(0, reach).LastIndexOfAny(Pauses);
        if (pause >= half) { return pause + 1; }
        int named = text.LastIndexOf('@', reach - 1);
        return named > 0 && !text.AsSpan(named, reach - named).ContainsAny(' ', '\n') ? named : reach;
    }
}
