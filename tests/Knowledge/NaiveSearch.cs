using Knowledge;
using Knowledge.Search;
using Knowledge.Terms;

namespace Tests.Knowledge;

/// <summary>The formula written out over all texts at every question: slow, and plain enough to be believed.</summary>
internal sealed class NaiveSearch(IReadOnlyList<Document> documents)
{
    private sealed record Unit(Document Document, Dictionary<string, int> Terms, int Length);

    private readonly List<Unit> _documents = [.. documents.Select(document => UnitOf(document, (document.Header.Title, 2), (document.Body, 1)))];

    private readonly List<Unit> _passages = [.. documents.SelectMany(document => new HeadingChunker().Cut(document).Select(chunk =>
        UnitOf(document, [(document.Header.Title, 2), (chunk.Text, 1), .. chunk.Headings.Where(heading => heading != document.Header.Title).Select(heading => (heading, 2))])))];

    public Dictionary<string, double> Score(Question question)
    {
        Dictionary<string, double> whole = Best(_documents, question);
        Dictionary<string, double> passage = Best(_passages, question);
        NamedThings named = new(question);
        double wholeCeiling = Ceiling(_documents, question);
        double passageCeiling = Ceiling(_passages, question);
        return whole.Where(pair => pair.Value > 0).ToDictionary(
            pair => pair.Key, pair => (0.5 * pair.Value / wholeCeiling) + (0.5 * passage.GetValueOrDefault(pair.Key) / passageCeiling)
                - named.Loss(_documents.First(unit => unit.Document.Name == pair.Key).Document));
    }

    private static Dictionary<string, double> Best(List<Unit> units, Question question) =>
        units.GroupBy(unit => unit.Document.Name).ToDictionary(group => group.Key, group => group.Max(unit => Score(units, unit, question)));

    private static double Score(List<Unit> units, Unit unit, Question question) => question.Terms.Sum(term =>
    {
        int count = Math.Min(255, unit.Terms.GetValueOrDefault(term.Text));
        double length = unit.Length / units.Average(other => (double)other.Length);
        return count == 0 ? 0 : term.Weight * Idf(units, term.Text) * count * 1.8 / (count + (0.8 * (0.25 + (0.75 * length))));
    });

    private static double Ceiling(List<Unit> units, Question question) => question.Terms.Sum(term => term.Weight * Idf(units, term.Text) * 1.8);

    private static double Idf(List<Unit> units, string term)
    {
        int holding = units.Count(unit => unit.Terms.ContainsKey(term));
        return Math.Log(1 + ((units.Count - holding + 0.5) / (holding + 0.5)));
    }

    private static Unit UnitOf(Document document, params (string Text, int Weight)[] fields)
    {
        Dictionary<string, int> terms = [];
        int length = 0;
        foreach ((string text, int weight) in fields)
        {
            foreach (string term in TermsOf(text))
            {
                terms[term] = terms.GetValueOrDefault(term) + weight;
                length += term.Length == 1 && term[0] > '\u2E80' || term[0] == '\u0001' ? 0 : weight;
            }
            // numbers written in Chinese and words of the lists come on top
            length -= weight * NumbersIn(text);
        }
        return new Unit(document, terms, length);
    }

    private static int NumbersIn(string text)
    {
        int numbers = 0;
        WordReader words = new(Folding.Fold(text));
        while (words.MoveNext()) { numbers += words.Term is [not '\u0001', ..] ? 1 : 0; }
        return numbers;
    }

    public static List<string> TermsOf(string text)
    {
        string folded = Folding.Fold(text);
        List<string> terms = [];
        foreach (ReadOnlySpan<char> term in new TermReader(folded)) { terms.Add(term.ToString()); }
        WordReader words = new(folded);
        while (words.MoveNext()) { if (words.Term is not null) { terms.Add(words.Term); } }
        return terms;
    }
}
