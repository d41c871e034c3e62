using Knowledge.Search;
using Knowledge.Terms;

namespace Knowledge.Stores;

/// <summary>What of a question a store looks for.</summary>
internal static class QueryTerms
{
    /// <summary>Its terms, and those of the words that stand for one of its words in a store's own synonyms.</summary>
    public static IReadOnlyList<WeightedTerm> Of(Question question)
    {
        Dictionary<string, double> weights = new(StringComparer.Ordinal);
        foreach (QuestionTerm term in question.Terms) { weights[term.Text] = term.Weight; }
        foreach (SynonymGroup group in question.Groups)
        {
            double weight = weights.GetValueOrDefault(group.Term, 1);
            foreach (string[] pairs in group.Words.Select(Pairs))
            {
                foreach (string pair in pairs) { weights.TryAdd(pair, weight / pairs.Length); }
            }
        }
        return [.. weights.Select(term => new WeightedTerm(term.Key, term.Value))];
    }

    /// <summary>The terms that a text must hold for a word to stand in it.</summary>
    public static string[] Pairs(string word)
    {
        List<string> pairs = [];
        foreach (ReadOnlySpan<char> term in new TermReader(word))
        {
            if (term is [>= '\u2E80'] && word.Length > 1) { continue; }
            pairs.Add(term.ToString());
        }
        return [.. pairs];
    }
}
