using System.Diagnostics;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Knowledge.Reading.Pages;

/// <summary>HTML: the part of the page that is its text, without menus. Nothing of it is run, and nothing it names is loaded.</summary>
internal static partial class PageFile
{
    // what most of the words of a page stand in, by the names that sites of offices give it
    private const string Mains = "main, article, [role=main], .TRS_Editor, #UCAP-CONTENT, .pages_content, .article-content, .article_content, #js_content, #zoom";
    private const double MostWords = 0.5;
    private const int LongestTitle = 100;

    public static void Read(string html, Transcript transcript, CancellationToken cancellationToken)
    {
        PageGuard.Check(html);
        using IHtmlDocument page = Parse(html, transcript.Limits, cancellationToken);
        transcript.Title = TitleOf(page);
        transcript.Issuer = Meta(page, "ContentSource") ?? Meta(page, "SiteName") ?? Meta(page, "og:site_name");
        IElement? body = page.Body;
        if (body is null) { return; }
        new PageBlocks(transcript, cancellationToken).WriteAll(Main(body));
    }

    /// <summary>The encoding that the page itself names; null when it names none.</summary>
    public static string? DeclaredEncoding(ReadOnlySpan<byte> bytes) =>
        Charset().Match(TextDecoder.Start(bytes)) is { Success: true } match ? match.Groups[1].Value : null;

    internal static IHtmlDocument Parse(string html, ReadLimits limits, CancellationToken cancellationToken)
    {
        Stopwatch watch = Stopwatch.StartNew();
        int elements = 0;
        HtmlParser parser = new(new HtmlParserOptions
        {
            MaximumDepth = limits.Depth,
            IsScripting = false,
            SkipComments = true,
            SkipScriptText = true,
            // tags left open are made anew in each paragraph: a small page can become a large tree
            OnCreated = (_, _) =>
            {
                if (++elements > limits.Elements || watch.Elapsed > limits.Time) { throw new ReadException(ReadFault.TooComplex); }
                cancellationToken.ThrowIfCancellationRequested();
            },
        });
        return parser.ParseDocument(html);
    }

    private static IElement Main(IElement body)
    {
        int all = Length(body);
        IElement[] found = [.. body.QuerySelectorAll(Mains).Where(element => Length(element) > all * MostWords)];
        // the innermost of them
        return found.LastOrDefault() ?? body;
    }

    private static int Length(IElement element) => element.TextContent.Count(char.IsLetterOrDigit);

    private static string? TitleOf(IHtmlDocument page)
    {
        string?[] said = [Meta(page, "ArticleTitle"), Meta(page, "og:title"), Only(page, "h1"), page.Title];
        return said.Select(title => Wording.Line(title ?? "")).FirstOrDefault(title => title.Length is > 0 and <= LongestTitle);
    }

    private static string? Only(IHtmlDocument page, string name) =>
        page.QuerySelectorAll(name) is { Length: 1 } found ? found[0].TextContent : null;

    private static string? Meta(IHtmlDocument page, string name)
    {
        IElement? found = page.QuerySelectorAll("meta").FirstOrDefault(meta =>
            string.Equals(meta.GetAttribute("name") ?? meta.GetAttribute("property"), name, StringComparison.OrdinalIgnoreCase));
        string said = Wording.Line(found?.GetAttribute("content") ?? "");
        return said.Length is > 0 and <= LongestTitle ? said : null;
    }

    [GeneratedRegex("""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,30})""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Charset();
}
