using System.Text;
using Knowledge;

namespace Bot.Answers.Library;

/// <summary>What became of one uploaded file.</summary>
/// <param name="Problem">Plain words for whoever brought it; null when it was read.</param>
public sealed record UploadResult(string File, Document? Document, string? Problem = null);

/// <summary>Reads an uploaded file, or says plainly why it cannot be read. Pure.</summary>
public static class UploadReader
{
    public const int LargestBytes = 1024 * 1024;
    public const int MostFiles = 30;
    private const int LongestName = 80;
    private static readonly string[] Text = [".md", ".markdown", ".txt"];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // what Windows in China writes when it does not write UTF-8
    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static UploadResult Read(string file, ReadOnlySpan<byte> bytes)
    {
        string name = Path.GetFileName(file.Replace('\\', '/'));
        string extension = Path.GetExtension(name).ToLowerInvariant();
        if (Refusal(extension, bytes) is { } refusal) { return new UploadResult(name, null, refusal); }
        if (Decode(bytes) is not { } text || text.Contains('\0', StringComparison.Ordinal))
        {
            return new UploadResult(name, null, "认不出里面的文字。请用记事本打开，另存为“UTF-8”再传，或复制文字粘贴");
        }
        return Read(name, Path.GetFileNameWithoutExtension(name), text);
    }

    /// <summary>A text already decoded, under that name.</summary>
    public static UploadResult Read(string file, string name, string text)
    {
        ReadResult read = MarkdownReader.Read(Clean(name), text);
        return read.Document switch
        {
            null => new UploadResult(file, null, Explain(read)),
            { } document when !document.Body.Any(char.IsLetterOrDigit) => new UploadResult(file, null, "没有正文，只有开头的说明"),
            { } document => new UploadResult(file, document),
        };
    }

    /// <summary>A name that can stand in an address and in a list.</summary>
    public static string Clean(string name)
    {
        string kept = string.Concat(name.Where(each => !char.IsControl(each) && each is not ('/' or '\\'))).Trim();
        return kept.Length == 0 ? "文件" : kept.Length <= LongestName ? kept : kept[..LongestName];
    }

    private static string? Refusal(string extension, ReadOnlySpan<byte> bytes) => extension switch
    {
        ".pdf" => "是PDF，还读不了。请复制里面的文字粘贴进来；扫描件请手工录入",
        ".doc" or ".docx" or ".wps" => "是Word文件，还读不了。请另存为“纯文本(.txt)”，或复制文字粘贴进来",
        ".xls" or ".xlsx" or ".et" => "是表格，还读不了。请复制文字粘贴进来",
        ".jpg" or ".jpeg" or ".png" or ".heic" => "是图片，读不出文字。请手工录入",
        _ when !Text.Contains(extension) => "不认识这种文件，只收 .md 和 .txt",
        _ when bytes.Length == 0 => "文件是空的",
        _ when bytes.Length > LargestBytes => "太大了，一份最多1兆。请拆成几份",
        _ => null,
    };

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        Encoding[] tries = bytes switch
        {
            [0xFF, 0xFE, ..] => [Encoding.Unicode],
            [0xFE, 0xFF, ..] => [Encoding.BigEndianUnicode],
            _ => [Utf8, Gb18030],
        };
        foreach (Encoding encoding in tries)
        {
            try
            {
                return encoding.GetString(bytes).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException)
            {
                // the next one
            }
        }
        return null;
    }

    private static string Explain(ReadResult read) => read switch
    {
        { Key: { } key } => $"开头说明里的“{key}”要写成 2026-07-01 这样的日子",
        { Line: { } line } => $"开头两行“---”之间的说明，第{line}行写得不对。每行应是“名称: 内容”",
        _ => "开头两行“---”之间的说明读不懂，或者小标题太多。请改好，或分成几份再传",
    };
}
