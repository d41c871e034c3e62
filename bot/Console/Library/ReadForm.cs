using System.Globalization;
using Bot.Answers.Library;
using Knowledge;

namespace Bot.Console.Library;

/// <summary>From what was written on the page to a document, or why it is none. Pure.</summary>
internal static class ReadForm
{
    public static (Document? Document, string? Problem) Read(WriteForm form)
    {
        if (Line(form.Title) is not { } title) { return (null, "请写上名字"); }
        if (form.Text is null || !form.Text.Any(char.IsLetterOrDigit)) { return (null, "请写上正文"); }
        if (Day(form.Effective, out DateOnly? effective) && Day(form.Expires, out DateOnly? expires))
        {
            if (expires < effective) { return (null, "到期的日子比生效的日子还早"); }
            DocumentHeader header = new(
                title, Line(form.Issuer), effective, expires, Line(form.SupersededBy), Line(form.Audience), Line(form.Contact));
            return (new Document(form.Name is { Length: > 0 } name ? name : UploadReader.Clean(title), header, form.Text.ReplaceLineEndings("\n")), null);
        }
        return (null, "日子要写成 2026-07-01 这样");
    }

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings(" ").Trim();

    private static bool Day(string? text, out DateOnly? day)
    {
        bool read = DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly value);
        day = read ? value : null;
        return read || string.IsNullOrWhiteSpace(text);
    }
}
