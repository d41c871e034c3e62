using System.Globalization;
using Knowledge.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Knowledge;

/// <summary>
/// Reads Markdown that may begin with a header between two lines of <c>---</c>: <c>title</c>, <c>issuer</c>,
/// <c>effective</c>, <c>expires</c>, <c>superseded_by</c>, <c>audience</c>, <c>contact</c>, <c>grids</c>. Other keys are left alone.
/// </summary>
public static class MarkdownReader
{
    internal const string IdentityKey = "document";
    internal const string EnabledKey = "enabled";
    internal const string No = "no";

    private const string Fence = "---\n";
    private const int LongestHeader = 16_384;

    // it is indexed with every passage
    private const int LongestTitle = 200;
    private const int MostHeadings = 5_000;

    /// <summary>Never throws for what the text holds.</summary>
    public static ReadResult Read(string name, string text)
    {
        string lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        int end = lines.StartsWith(Fence, StringComparison.Ordinal)
            ? (lines + "\n").IndexOf("\n" + Fence, StringComparison.Ordinal) : -1;
        string body = end < 0 ? lines : lines[Math.Min(lines.Length, end + 1 + Fence.Length)..];
        if (end > LongestHeader) { return new ReadResult(null, $"header: is longer than {LongestHeader} characters; end it with a line ---") { Fault = ReadFault.Header }; }
        if (HasTooManyHeadings(body))
        {
            return new ReadResult(null, $"has more than {MostHeadings} headings; split it") { Fault = ReadFault.TooManyHeadings };
        }
        try
        {
            Dictionary<string, string> fields = end < 0 ? [] : Fields(lines[Fence.Length..(end + 1)]);
            DocumentHeader header = new(
                TitleOf(name, fields.GetValueOrDefault("title"), body),
                fields.GetValueOrDefault("issuer"),
                Day(fields, "effective"),
                Day(fields, "expires"),
                fields.GetValueOrDefault("superseded_by"),
                fields.GetValueOrDefault("audience"),
                fields.GetValueOrDefault("contact"))
            {
                Grids = NameList.Parse(fields.GetValueOrDefault("grids")),
            };
            return new ReadResult(new Document(name, header, body))
            {
                Identity = fields.GetValueOrDefault(IdentityKey),
                Notes = fields.GetValueOrDefault(EnabledKey) == No ? [new ReadNote(ReadNoteKind.WasDisabled)] : [],
            };
        }
        catch (YamlException e)
        {
            // the parser counts from the line after the fence
            return new ReadResult(null, $"header, line {e.Start.Line + 1}: {e.Message}", (int)e.Start.Line + 1) { Fault = ReadFault.Header };
        }
        catch (FormatException e)
        {
            return new ReadResult(null, $"header: {e.Message}", Key: e.Data["key"] as string) { Fault = ReadFault.Header };
        }
    }

    /// <summary>Whether it is cut into so many passages that it is no document for people.</summary>
    public static bool HasTooManyHeadings(string body) => MarkdownBlocks.Read(body).Count(block => block.Level > 0) + PassageMark.Read(body).Count > MostHeadings;

    /// <param name="said">What the document itself says it is called; null when it does not.</param>
    internal static string TitleOf(string name, string? said, string body) => Clip(said ?? FirstHeading(body) ?? name);

    private static string Clip(string title) => title.Length > LongestTitle ? title[..LongestTitle] : title;

    private static Dictionary<string, string> Fields(string yaml)
    {
        Dictionary<string, string> fields = [];
        Parser parser = new(new StringReader(yaml));
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _)) { return fields; }
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            string key = parser.Consume<Scalar>().Value;
            if (parser.TryConsume<Scalar>(out Scalar? value))
            {
                if (value.Value.Trim() is { Length: > 0 } said) { fields[key] = said; }
            }
            else if (parser.TryConsume<SequenceStart>(out _))
            {
                fields[key] = Names(parser);
            }
            else
            {
                parser.SkipThisAndNestedEvents();
            }
        }
        return fields;
    }

    /// <summary>The names of a sequence on one line; whatever else stands in it is left alone.</summary>
    private static string Names(Parser parser)
    {
        List<string> names = [];
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (parser.TryConsume<Scalar>(out Scalar? name)) { names.Add(name.Value); }
            else { parser.SkipThisAndNestedEvents(); }
        }
        return NameList.From(names).ToString();
    }

    private static DateOnly? Day(Dictionary<string, string> fields, string key) =>
        !fields.TryGetValue(key, out string? value) ? null
        : DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw new FormatException($"{key} is '{value}', it must be a day such as 2026-07-01") { Data = { ["key"] = key } };

    private static string? FirstHeading(string body) =>
        MarkdownBlocks.Read(body).Where(block => block.Level is > 0 and <= MarkdownLines.Deepest)
            .Select(block => block.Heading).FirstOrDefault(title => title.Length > 0);
}
