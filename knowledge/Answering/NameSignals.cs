using System.Text.RegularExpressions;
using Knowledge.Search;
using Knowledge.Terms;

namespace Knowledge.Answering;

/// <summary>Places, years, days and numbers that the question names, and whether the document does too.</summary>
internal static partial class NameSignals
{
    public static readonly string[] Names =
    [
        "yearMissing", "yearConflict", "dateMissing", "numbersMissing", "placeMissing", "placeNotOnTop", "placeInTitle", "otherPlace",
        "namesMissing", "localMissing", "ageFits",
    ];

    // what a document is about stands in its first lines
    private const int Top = 200;
    private const int NameEnd = 3;

    public static double[] Of(Question question, Document document)
    {
        string title = Folding.Fold(document.Header.Title);
        string body = Folding.Fold(document.Text);
        string whole = NamedThings.TextOf(document);
        string top = title + "\n" + (body.Length > Top ? body[..Top] : body);
        List<string> titled = [.. PlaceNames.In(title)];
        NamedThings named = new(question);
        return
        [
            Is(NamedThings.Lacks(whole, question.Years)),
            Is(Conflicts(question, document.Header)),
            Is(NamedThings.Lacks(whole, question.Dates)),
            named.MissingNumbers(whole),
            Is(NamedThings.Lacks(whole, question.Places)),
            Is(NamedThings.Lacks(top, question.Places)),
            Is(question.Places.Any(titled.Contains)),
            Is(titled.Count > 0 && question.Places.Count > 0 && !question.Places.Any(titled.Contains)),
            Missing([.. Bodies().Matches(question.Text).Select(match => match.Value.TrimStart(LocalNames.Small))], whole),
            Local(question, whole),
            named.AgeFits(whole),
        ];
    }

    private static double Is(bool holds) => holds ? 1 : 0;

    /// <summary>The end of a name is compared, because where it begins is not known.</summary>
    private static string EndOf(string name) => name.Length > NameEnd ? name[^NameEnd..] : name;

    private static double Missing(IEnumerable<string> names, string whole)
    {
        List<string> ends = [.. names.Where(name => name.Length > NameEnd).Select(EndOf)];
        return ends.Count == 0 ? 0 : ends.Count(end => !whole.Contains(end, StringComparison.Ordinal)) / (double)ends.Count;
    }

    /// <summary>1 for a compound or street that the document does not name, less than 0 when it names all.</summary>
    private static double Local(Question question, string whole)
    {
        List<string> names = [.. LocalNames.In(question.Text)];
        return names.Count == 0 ? 0 : names.Any(name => !whole.Contains(name, StringComparison.Ordinal)) ? 1 : -0.5;
    }

    /// <summary>The question is about other years than the document: its title's, or those since it came into force.</summary>
    private static bool Conflicts(Question question, DocumentHeader header)
    {
        if (question.Years.Count == 0) { return false; }
        List<string> titled = [.. QuestionTime.Years(Folding.Fold(header.Title), DateOnly.MinValue)];
        return titled.Count > 0
            ? !question.Years.Any(titled.Contains)
            : header.Effective is { } from && !question.Years.Any(year => int.Parse(year) >= from.Year);
    }

    [GeneratedRegex("[\u4e00-\u9fff]{1,6}?(?:省|市|区|县|镇|街道|社区|小区|集团|公司|大学|医院|委员会|管理局|局|厅|部)")]
    private static partial Regex Bodies();
}
