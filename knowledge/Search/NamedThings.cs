using System.Text.RegularExpressions;
using Knowledge.Terms;

namespace Knowledge.Search;

/// <summary>
/// Numbers, years and days that a question names. The document that answers it mostly names them too, so another one loses
/// rank; measured, it gains most where many documents are of one kind.
/// </summary>
internal sealed partial class NamedThings
{
    private const double ForNumbers = 0.05;
    private const double ForYears = 0.05;
    private const double ForDates = 0.1;

    private readonly List<string> _numbers;
    private readonly IReadOnlyList<int> _ages;
    private readonly Question _question;

    public NamedThings(Question question)
    {
        _question = question;
        _numbers = [.. Numbers().Matches(question.Text).Select(match => match.Value).Distinct()];
        _ages = Ages.In(question.Text);
    }

    /// <summary>Share of the numbers and words of other letters that the text does not hold.</summary>
    public double MissingNumbers(string folded) =>
        _numbers.Count == 0 ? 0 : _numbers.Count(number => !folded.Contains(number, StringComparison.Ordinal) && !IsCovered(number, folded)) / (double)_numbers.Count;

    /// <summary>1 where the text has rules for the age in the question, -1 where only for others.</summary>
    public double AgeFits(string folded)
    {
        bool?[] covered = [.. _ages.Select(age => Ages.Covers(folded, age))];
        return covered.Contains(true) ? 1 : covered.Contains(false) ? -1 : 0;
    }

    /// <summary>What a document loses of its score.</summary>
    public double Loss(Document document)
    {
        if (_numbers.Count + _question.Years.Count + _question.Dates.Count == 0) { return 0; }
        string folded = TextOf(document);
        return (ForNumbers * MissingNumbers(folded)) + (Lacks(folded, _question.Years) ? ForYears : 0) + (Lacks(folded, _question.Dates) ? ForDates : 0);
    }

    /// <summary>Folded, with what the header says of it.</summary>
    public static string TextOf(Document document) =>
        Folding.Fold($"{document.Header.Title}\n{document.Header.Issuer}\n{document.Header.Audience}\n{document.Text}");

    public static bool Lacks(string folded, IReadOnlyList<string> named) => named.Any(name => !folded.Contains(name, StringComparison.Ordinal));

    private bool IsCovered(string number, string folded) =>
        int.TryParse(number, out int age) && _ages.Contains(age) && Ages.Covers(folded, age) == true;

    [GeneratedRegex("[0-9]+(?:[.][0-9]+)?|[a-z]+")]
    private static partial Regex Numbers();
}
