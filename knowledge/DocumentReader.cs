using System.Security.Cryptography;
using System.Text;

namespace Knowledge;

/// <summary>Reads the bytes of a document that somebody wrote or uploaded: Markdown or plain text in UTF-8.</summary>
public static class DocumentReader
{
    /// <summary>In bytes; a longer text is no document that anybody reads.</summary>
    public const int LargestFile = 2 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Extensions of files that are read, with their dots, in lower case.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".md", ".markdown", ".txt"];

    /// <summary>Never throws for what the bytes hold.</summary>
    /// <param name="name">See <see cref="Document"/>.</param>
    public static ReadResult Read(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LargestFile) { return TooLarge(bytes.Length); }
        if (bytes.Contains((byte)0)) { return new ReadResult(null, "is no text (holds NUL bytes); save it as Markdown or plain text in UTF-8"); }
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            int line = bytes[..Math.Clamp(e.Index, 0, bytes.Length)].Count((byte)'\n') + 1;
            return new ReadResult(null, $"line {line}: is not UTF-8; save it as UTF-8");
        }
        ReadResult read = MarkdownReader.Read(name, text);
        return read.Document is not { } document ? read
            : !document.Body.Any(char.IsLetterOrDigit) ? new ReadResult(null, "holds no text")
            : read;
    }

    /// <summary>For a file that need not be read at all.</summary>
    public static ReadResult TooLarge(long bytes) =>
        new(null, $"is too large ({bytes / 1024 / 1024.0:F1} MB, at most {LargestFile / 1024 / 1024} MB); split it");

    /// <summary>See <see cref="StoredDocument.Fingerprint"/>.</summary>
    public static string Fingerprint(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
