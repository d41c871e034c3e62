using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Knowledge.Reading.Pages;

/// <summary>
/// The words of an HTML page as a reader sees them stand one below the other: a line for each block, without headings, lists or tables made
/// of them. For texts whose lines say something, as those of an exported chat. Nothing of the page is run or loaded.
/// </summary>
public static class PageLines
{
    private static readonly HashSet<string> Skipped = ["script", "style", "noscript", "template", "iframe", "object", "svg", "head", "button", "select", "nav"];

    private static readonly HashSet<string> Inline =
        ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "img", "label", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u"];

    /// <summary>Whether a text is a page: it says so at its beginning.</summary>
    public static bool Is(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan(0, Math.Min(text.Length, 2000)).TrimStart("\ufeff \t\r\n");
        return start.Length > 0 && start[0] == '<'
            && (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    /// <param name="html">At most as long as <paramref name="limits"/> allow for a file.</param>
    /// <returns>Lines without blanks at their ends, none empty; null when the page nests too deeply or holds too much.</returns>
    public static string? Read(string html, ReadLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            PageGuard.Check(html);
            using IHtmlDocument page = PageFile.Parse(html, limits, cancellationToken);
            StringBuilder text = new();
            if (page.Body is { } body) { Write(body, text); }
            return string.Join('\n', text.ToString().Split('\n').Select(Wording.Line).Where(line => line.Length > 0));
        }
        catch (ReadException)
        {
            return null;
        }
    }

    private static void Write(INode node, StringBuilder text)
    {
        foreach (INode child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words:
                    text.Append(words.Data.ReplaceLineEndings(" "));
                    break;
                case IElement { LocalName: "br" }:
                    text.Append('\n');
                    break;
                case IElement { LocalName: "img" } picture:
                    text.Append(picture.GetAttribute("alt") is { Length: > 0 and <= 10 } alt ? $"[{alt.Trim('[', ']')}]" : "[图片]");
                    break;
                case IElement element when !Skipped.Contains(element.LocalName):
                    bool alone = !Inline.Contains(element.LocalName);
                    if (alone) { text.Append('\n'); }
                    Write(element, text);
                    text.Append(alone ? '\n' : ' ');
                    break;
                default:
                    break;
            }
        }
    }
}
