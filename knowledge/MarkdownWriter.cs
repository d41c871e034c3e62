using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Knowledge;

/// <summary>Writes a document as <see cref="MarkdownReader"/> reads it.</summary>
public static class MarkdownWriter
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The header between two lines of <c>---</c>, then the body with all its marks.</summary>
    /// <param name="enabled">Whether it answers.</param>
    public static string Write(Document document, bool enabled = true)
    {
        DocumentHeader header = document.Header;
        StringBuilder text = new("---\n");
        Line(text, MarkdownReader.IdentityKey, document.Name);
        Line(text, MarkdownReader.EnabledKey, enabled ? null : MarkdownReader.No);
        Line(text, "title", header.Title);
        Line(text, "issuer", header.Issuer);
        Line(text, "effective", Day(header.Effective));
        Line(text, "expires", Day(header.Expires));
        Line(text, "superseded_by", header.SupersededBy);
        Line(text, "audience", header.Audience);
        Line(text, "contact", header.Contact);
        Line(text, "grids", header.Grids.Count == 0 ? null : header.Grids.ToString());
        return text.Append("---\n").Append(document.Body).ToString();
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // a string of JSON is one of YAML
    private static void Line(StringBuilder text, string key, string? value)
    {
        if (value is not null) { text.Append(key).Append(": ").Append(JsonSerializer.Serialize(value, Plain)).Append('\n'); }
    }
}
