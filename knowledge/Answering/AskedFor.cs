using System.Text.RegularExpressions;
using Knowledge.Search;

namespace Knowledge.Answering;

/// <summary>The terms beside the word by which a question asks: "哪些优惠" is about 优惠.</summary>
internal sealed partial class AskedFor
{
    private const int Near = 3;
    private const double NothingNamed = 0.5;

    private readonly List<int> _terms = [];

    public static AskedFor In(Question question)
    {
        AskedFor asked = new();
        foreach (Match match in Asking().Matches(question.Text))
        {
            int end = match.Index + match.Length;
            for (int i = 0; i < question.Terms.Count; i++)
            {
                QuestionTerm term = question.Terms[i];
                bool isNear = (term.Start >= end && term.Start < end + Near)
                    || (term.Start + term.Length <= match.Index && term.Start + term.Length > match.Index - Near);
                if (isNear && term is { Start: >= 0, Kind: not TermKind.Single } && !asked._terms.Contains(i)) { asked._terms.Add(i); }
            }
        }
        return asked;
    }

    /// <summary>Halfway where the question names nothing there.</summary>
    public double ShareIn(TermSet found) => _terms.Count == 0 ? NothingNamed : _terms.Count(term => found[term]) / (double)_terms.Count;

    [GeneratedRegex("哪些|什么|哪个|哪几|何种|何|哪|多少|几多|几钿|几时|几|怎样|怎么|如何|为什么|谁|啥子|啥辰光|啥|咋个|咋|好多|好久|多久|多长|(?:能|要|有|是|算|让|给|收|管|补)[不没](?:能|要|有|得|是|算|让|给|收|管|补)|可不可以|行不行")]
    private static partial Regex Asking();
}
