using System.Text.RegularExpressions;
using Knowledge.Search;
using Knowledge.Terms;

namespace Knowledge.Answering;

/// <summary>Another document that says the same with other numbers, and holds on the same day.</summary>
public static partial class Disagreement
{
    private const int MostLooked = 4;
    private const double NearScore = 0.6;
    private const double SameWords = 0.5;
    private const double OnMatter = 0.6;

    // what leaves out more of the question, such as the name of the compound, speaks of something else
    private const double AsMuch = 0.05;

    internal static (Document Document, Quote Quote)? Find(SearchResult result, Question question, TermWeights weights, Quote said)
    {
        if (said.WithHeadings < OnMatter || !Numbers().IsMatch(Folding.Fold(said.Sentence.Text))) { return null; }
        FoundDocument first = result.Documents[0];
        foreach (FoundDocument found in result.Documents.Skip(1).Take(MostLooked).Where(found => found.Score >= NearScore * first.Score && found.PassageScore > 0))
        {
            if (QuoteChooser.Choose(found, question, weights) is { } other && other.WithHeadings >= Math.Max(OnMatter, said.WithHeadings - AsMuch) && Differ(said.Sentence.Text, other.Sentence.Text))
            {
                return (found.Document.Document, other);
            }
        }
        return null;
    }

    /// <summary>Nearly the same words, and where both count the same thing no number in common. Pure.</summary>
    internal static bool Differ(string first, string second)
    {
        ILookup<string, string> one = Values(first), two = Values(second);
        return one.Any(values => two.Contains(values.Key) && !values.Intersect(two[values.Key]).Any()) && Likeness(first, second) >= SameWords;
    }

    /// <summary>Where the numbers stand that differ, with what they count; null where none does. Pure.</summary>
    public static (Range First, Range Second)? Places(string first, string second)
    {
        Match[] one = Numbers().Matches(Folding.Fold(first)).ToArray(), two = Numbers().Matches(Folding.Fold(second)).ToArray();
        foreach (Match number in one)
        {
            Match[] same = [.. two.Where(other => other.Groups[2].Value == number.Groups[2].Value)];
            if (same.Length > 0 && same.All(other => other.Groups[1].Value != number.Groups[1].Value)) { return (Place(number), Place(same[0])); }
        }
        return null;
    }

    private static Range Place(Match match) => match.Index..(match.Index + match.Length);

    private static ILookup<string, string> Values(string text) =>
        Numbers().Matches(Folding.Fold(text)).ToLookup(match => match.Groups[2].Value, match => match.Groups[1].Value);

    private static double Likeness(string first, string second)
    {
        HashSet<string> one = Pairs(first), two = Pairs(second);
        return one.Count + two.Count == 0 ? 0 : 2.0 * one.Count(two.Contains) / (one.Count + two.Count);
    }

    private static HashSet<string> Pairs(string text)
    {
        char[] letters = [.. text.Where(char.IsLetter)];
        return [.. Enumerable.Range(0, Math.Max(0, letters.Length - 1)).Select(at => new string(letters, at, 2))];
    }

    [GeneratedRegex(@"([0-9]+(?:[.:][0-9]+)?)\s*(\p{L}?)")]
    private static partial Regex Numbers();
}
