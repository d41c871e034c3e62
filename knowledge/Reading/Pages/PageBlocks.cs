using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Knowledge.Reading.Tables;

namespace Knowledge.Reading.Pages;

/// <summary>Writes the elements of a page down in their order; as deep as the parser nests them, which has a limit.</summary>
internal sealed class PageBlocks(Transcript transcript, CancellationToken cancellationToken)
{
    private static readonly HashSet<string> Skipped =
    [
        "script", "style", "noscript", "template", "iframe", "object", "embed", "form", "button", "select", "input", "textarea", "svg", "canvas",
        "video", "audio", "map", "head", "link", "meta", "dialog", "rt", "rp",
    ];

    private static readonly HashSet<string> Menus = ["nav", "aside", "footer", "menu"];

    private static readonly HashSet<string> Blocks =
    [
        "p", "div", "section", "article", "main", "header", "blockquote", "pre", "address", "figure", "figcaption", "dl", "dt", "dd", "center", "details",
        "summary", "fieldset", "hr", "tr", "td", "th", "caption", "hgroup", "body",
    ];

    private readonly StringBuilder _line = new();
    private int _list = -1;
    private int _number = 1;
    private string? _marker;
    private bool _linked;
    private bool _unlinked;

    public void WriteAll(IElement main)
    {
        Inside(main);
        Flush();
    }

    private void Write(INode node)
    {
        if (node is IText text)
        {
            Say(text.Data, text.ParentElement);
        }
        else if (node is IElement element && !IsLeftOut(element))
        {
            Write(element);
        }
    }

    private void Write(IElement element)
    {
        switch (element.LocalName)
        {
            case "br":
                _line.Append('\n');
                break;
            case "img":
                transcript.LeaveOut(ReadNoteKind.Pictures);
                break;
            case ['h', >= '1' and <= '6' and var level]:
                Flush();
                Heading(level - '0', element.TextContent);
                break;
            case "ul" or "ol":
                List(element);
                break;
            case "li":
                Flush();
                _marker = Marker(element);
                Inside(element);
                Flush();
                _marker = null;
                break;
            case "table":
                Flush();
                Table(element);
                break;
            case var name when Blocks.Contains(name):
                Flush();
                Inside(element);
                Flush();
                break;
            default:
                Inside(element);
                break;
        }
    }

    private void Inside(IElement element)
    {
        foreach (INode child in element.ChildNodes) { Write(child); }
    }

    private void Heading(int level, string text)
    {
        // it is the document's name already
        if (level == 1 && Wording.Line(text) == transcript.Title) { return; }
        transcript.Heading(level, text);
    }

    private void List(IElement list)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Flush();
        _list++;
        (string? marker, int number) = (_marker, _number);
        _number = list is IHtmlOrderedListElement ordered ? Math.Clamp(ordered.Start, 0, 9_999) : 1;
        Inside(list);
        Flush();
        (_marker, _number) = (marker, number);
        _list--;
    }

    // counted here: a place among thousands of siblings takes long to find
    private string Marker(IElement item) => item.ParentElement?.LocalName == "ol" ? $"{_number++}." : "-";

    private void Table(IElement table)
    {
        // a table with tables or headings in it is the frame of a page
        if (table.QuerySelector("table, h1, h2, h3, ul, ol") is not null)
        {
            Inside(table);
            return;
        }
        List<string[]> rows = PageTable.Rows(table, transcript, cancellationToken);
        if (rows.TrueForAll(row => row.Where(cell => cell.Length > 0).Distinct().Count() == 1))
        {
            Inside(table);
            return;
        }
        transcript.Paragraph(table.QuerySelector("caption")?.TextContent ?? "");
        TableText.Write(transcript, rows, level: 3);
        if (table.QuerySelectorAll("img").Length is > 0 and var pictures) { transcript.LeaveOut(ReadNoteKind.Pictures, pictures); }
    }

    private void Say(string text, IElement? parent)
    {
        // line ends in the source are no line ends on the page
        _line.Append(parent?.LocalName == "pre" ? text : text.ReplaceLineEndings(" "));
        if (!Wording.HasWords(text)) { return; }
        bool isLink = parent?.Closest("a[href]") is not null;
        _linked |= isLink;
        _unlinked |= !isLink;
    }

    private void Flush()
    {
        string text = _line.ToString();
        _line.Clear();
        bool onlyLinks = _linked && !_unlinked;
        (_linked, _unlinked) = (false, false);
        if (!Wording.HasWords(text)) { return; }
        if (_marker is null)
        {
            transcript.Paragraph(text);
            return;
        }
        // lists of links lead away from the page
        if (onlyLinks) { transcript.LeaveOut(ReadNoteKind.Links); }
        else { transcript.Item(Math.Max(0, _list), _marker, text); }
    }

    private bool IsLeftOut(IElement element)
    {
        if (Skipped.Contains(element.LocalName)) { return true; }
        bool isMenu = Menus.Contains(element.LocalName) || element.GetAttribute("role") is "navigation" or "banner" or "contentinfo" or "search" or "menu";
        if (isMenu && Wording.HasWords(element.TextContent)) { transcript.LeaveOut(ReadNoteKind.Links); }
        if (isMenu) { return true; }
        string? style = element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal);
        bool isHidden = element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
            || style?.Contains("display:none", StringComparison.OrdinalIgnoreCase) == true || style?.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase) == true;
        if (isHidden && Wording.HasWords(element.TextContent)) { transcript.LeaveOut(ReadNoteKind.HiddenText); }
        return isHidden;
    }
}
