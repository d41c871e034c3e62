using Knowledge.Search;
using Knowledge.Terms;

namespace Knowledge;

/// <summary>What a question asks, so that it can be compared with others: by the terms that the search reads in it. Pure.</summary>
public sealed class QuestionMatter
{
    // of these one answer mostly serves all
    private static readonly ExpectedAnswer[] Procedure = [ExpectedAnswer.Way, ExpectedAnswer.Place, ExpectedAnswer.YesOrNo, ExpectedAnswer.Anything];

    private static readonly ExpectedAnswer[] Moment = [ExpectedAnswer.Time, ExpectedAnswer.Clock, ExpectedAnswer.Day];
    private static readonly ExpectedAnswer[] Sum = [ExpectedAnswer.Amount, ExpectedAnswer.Money];

    private readonly Question _question;
    private readonly Dictionary<string, QuestionTerm> _terms;
    private readonly double _weight;
    private readonly HashSet<string> _numbers;

    internal QuestionMatter(Question question)
    {
        _question = question;
        _terms = question.Terms.ToDictionary(term => term.Text, StringComparer.Ordinal);
        _numbers = [.. question.Terms.Where(term => char.IsAsciiDigit(term.Text[0])).Select(term => term.Text)];
        _weight = _terms.Values.Sum(term => term.Weight);
    }

    /// <param name="day">From which 今年 and 明年 are counted.</param>
    public static QuestionMatter Of(string question, DateOnly day) => new(Question.Read(question, day));

    /// <summary>What is left of a question without the words by which people ask: "社保卡丢了补办" of "请问社保卡丢了怎么补办？".</summary>
    public static string SubjectOf(string question)
    {
        string folded = Folding.Fold(question);
        char[] rest = question.ToCharArray();
        WordReader words = new(folded);
        while (words.MoveNext())
        {
            if (words.Term is null) { Array.Fill(rest, ' ', words.Start, words.End - words.Start); }
        }
        return string.Concat(rest.Where(char.IsLetterOrDigit));
    }

    /// <summary>0…1: the share of what both say that they say alike; 0 where they name other things, numbers, days or places, or ask for something else.</summary>
    public double Likeness(QuestionMatter other)
    {
        if (_weight == 0 || other._weight == 0 || !AsksAlike(other) || Contradicts(other)) { return 0; }
        double shared = _terms.Where(term => other._terms.ContainsKey(term.Key)).Sum(term => term.Value.Weight + other._terms[term.Key].Weight);
        return shared / (_weight + other._weight);
    }

    private bool AsksAlike(QuestionMatter other) => _question.Expected == other._question.Expected
        || new[] { Procedure, Moment, Sum }.Any(alike => alike.Contains(_question.Expected) && alike.Contains(other._question.Expected));

    private bool Contradicts(QuestionMatter other) =>
        Differ(_numbers, other._numbers) || Differ(_question.Years, other._question.Years) || Differ(_question.Dates, other._question.Dates)
        || !_question.Places.ToHashSet().SetEquals(other._question.Places) || Differ(Things(), other.Things());

    private HashSet<string> Things() => [.. _terms.Values.Where(term => term.Kind == TermKind.Thing).Select(term => term.Text)];

    private static bool Differ(IReadOnlyCollection<string> first, IReadOnlyCollection<string> second) =>
        first.Count > 0 && second.Count > 0 && !first.ToHashSet().SetEquals(second);
}
