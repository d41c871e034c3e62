using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bot.Messaging;

/// <summary>Cuts words for channels that take only so many bytes or characters.</summary>
internal static class TextParts
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("。！？；!?;");
    private static readonly SearchValues<char> Pauses = SearchValues.Create("，、,： ");

    /// <summary>
    /// Parts of at most <paramref name="mostBytes"/> UTF-8 bytes and <paramref name="mostCharacters"/> characters, which joined are the text without the white space at the cuts.
    /// Cut behind a line, else behind a sentence, else behind a pause, never within a character as people see it or within an "@name".
    /// </summary>
    public static IReadOnlyList<string> Of(string text, int? mostBytes, int? mostCharacters = null)
    {
        Room room = new(mostBytes ?? int.MaxValue, mostCharacters ?? int.MaxValue);
        if (room.Holds(text)) { return [text]; }
        List<string> parts = [];
        string left = text.Trim();
        while (!room.Holds(left))
        {
            int cut = Cut(left, Reach(left, room));
            parts.Add(left[..cut].TrimEnd());
            left = left[cut..].TrimStart();
        }
        if (left.Length > 0) { parts.Add(left); }
        return parts;
    }

    // how many characters of it fit; at least one, or it would never end
    private static int Reach(string text, Room room)
    {
        int at = 0, bytes = 0;
        while (at < text.Length)
        {
            int length = StringInfo.GetNextTextElementLength(text, at);
            bytes += Encoding.UTF8.GetByteCount(text.AsSpan(at, length));
            if (bytes > room.Bytes || at + length > room.Characters) { break; }
            at += length;
        }
        return at > 0 ? at : Math.Min(text.Length, WholeRunes(text, room));
    }

    // a single element longer than a whole message: cut between its code points
    private static int WholeRunes(string text, Room room)
    {
        int at = 0, bytes = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if ((bytes > room.Bytes || at + rune.Utf16SequenceLength > room.Characters) && at > 0) { break; }
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

    private readonly record struct Room(int Bytes, int Characters)
    {
        public bool Holds(string text) => text.Length <= Characters && Encoding.UTF8.GetByteCount(text) <= Bytes;
    }
}
