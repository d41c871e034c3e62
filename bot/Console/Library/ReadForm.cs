using System.Globalization;
using Bot.Answers.Library;
using Knowledge;
using Knowledge.Reading;

namespace Bot.Console.Library;

/// <summary>From what was written on the page to a document, or why it is none. Pure.</summary>
internal static class ReadForm
{
    private const int LongestLine = 200;

    // as long as what an uploaded file may be: it is changed on the same page
    public static readonly int LongestText = ReadLimits.Usual.Characters;

    public static (Document? Document, string? Problem) Read(WriteForm form)
    {
        if (Line(form.Title) is not { } title) { return (null, "请写上名字"); }
        if (form.Text is null || !form.Text.Any(char.IsLetterOrDigit)) { return (null, "请写上正文"); }
        if (title.Length > LongestLine || new[] { form.Issuer, form.SupersededBy, form.Audience, form.Contact }.Any(line => line?.Length > LongestLine))
        {
            return (null, $"名字、发文单位这些，每项请写在{LongestLine}字以内");
        }
        (string body, ReadFault? fault) = form.Name is { Length: > 0 } ? (form.Text.ReplaceLineEndings("\n"), null) : PastedText.Read(form.Text);
        if (fault is not null) { return (null, "粘贴的表格太大，请存成Excel文件上传"); }
        if (body.Length > LongestText) { return (null, $"正文请写在{LongestText / 10_000}万字以内，长的分成几份"); }
        if (MarkdownReader.HasTooManyHeadings(body)) { return (null, "小标题太多，请分成几份"); }
        if (Day(form.Effective, out DateOnly? effective) && Day(form.Expires, out DateOnly? expires))
        {
            if (expires < effective) { return (null, "到期的日子比生效的日子还早"); }
            DocumentHeader header = new(
                title, Line(form.Issuer), effective, expires, Line(form.SupersededBy), Line(form.Audience), Line(form.Contact))
            { Grids = NameList.From(form.Grids ?? []) };
            return (new Document(form.Name is { Length: > 0 } name ? name : UploadReader.Clean(title), header, body), null);
        }
        return (null, "日子要写成 2026-07-01 这样");
    }

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings(" ").Trim();

    /// <summary>Whether it is a day as the forms write it, or nothing.</summary>
    public static bool Day(string? text, out DateOnly? day)
    {
        bool read = DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly value);
        day = read ? value : null;
        return read || string.IsNullOrWhiteSpace(text);
    }
}
