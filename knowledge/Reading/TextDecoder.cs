using System.Text;

namespace Knowledge.Reading;

/// <summary>From bytes to text: UTF-8, UTF-16 with its mark, else GB18030, which is what Windows in China writes.</summary>
public static class TextDecoder
{
    private const int LongestStart = 2048;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text without its byte order mark; null when it is no text in any of them.</summary>
    /// <param name="declared">What the text, or who sent it, says of its encoding; tried first.</param>
    public static string? Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        Encoding[] tries = bytes switch
        {
            [0xFF, 0xFE, ..] => [Encoding.Unicode],
            [0xFE, 0xFF, ..] => [Encoding.BigEndianUnicode],
            _ => [.. Declared(declared), Utf8, Gb18030],
        };
        foreach (Encoding encoding in tries)
        {
            if (TryDecode(encoding, bytes) is { } text) { return text.Contains('\0', StringComparison.Ordinal) ? null : text.TrimStart('\uFEFF'); }
        }
        return null;
    }

    /// <summary>Whether it begins with the mark of UTF-16.</summary>
    internal static bool IsWide(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    /// <summary>The first characters, for looking at; what is no text there becomes replacement characters.</summary>
    internal static string Start(ReadOnlySpan<byte> bytes)
    {
        Encoding encoding = bytes switch { [0xFF, 0xFE, ..] => Encoding.Unicode, [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode, _ => Encoding.UTF8 };
        return encoding.GetString(bytes[..Math.Min(bytes.Length, LongestStart)]).TrimStart('\uFEFF');
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding[] Declared(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) { return []; }
        try
        {
            Encoding? found = CodePagesEncodingProvider.Instance.GetEncoding(name.Trim(), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            // one byte a letter decodes anything, and a server often says so of everything
            return found is null || found.IsSingleByte ? [] : [found];
        }
        catch (ArgumentException)
        {
            return [];
        }
    }
}
