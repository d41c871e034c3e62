using Knowledge;

namespace Tests.Evaluation;

/// <summary>How well a set of questions was answered and refused.</summary>
internal sealed class AnswerScore
{
    private static readonly string[] UncoveredKinds = ["uncovered", "near-miss", "expired"];

    private readonly List<(OwnQuestion Question, Answer Answer)> _rows;

    public AnswerScore(KnowledgeBase knowledge, IEnumerable<OwnQuestion> questions) =>
        _rows = [.. questions.Select(question => (question, knowledge.Ask(question.Text, SampleKnowledge.Day)))];

    /// <summary>Covered questions whose first document answers them.</summary>
    public double RightFirst => Share(row => row.Question.IsCovered, row => Rank(row) == 0);

    public double RightAmongThree => Share(row => row.Question.IsCovered, row => Rank(row) is >= 0 and < 3);

    public double Answered => Share(row => row.Question.IsCovered, row => row.Answer.Answered);

    public double Refused => Share(row => row.Question.IsUncovered, row => !row.Answer.Answered);

    public override string ToString() =>
        $"{_rows.Count} questions: right document first {RightFirst:F3}, among three {RightAmongThree:F3}; covered answered {Answered:F3}; refused {Refused:F3} ("
        + string.Join(", ", UncoveredKinds.Select(kind => $"{kind} {Share(row => row.Question.Kind == kind, row => !row.Answer.Answered):F3}")) + ")";

    private static int Rank((OwnQuestion Question, Answer Answer) row) =>
        row.Answer.Documents.ToList().FindIndex(found => row.Question.Documents.Contains(found.Document));

    private double Share(Func<(OwnQuestion Question, Answer Answer), bool> which, Func<(OwnQuestion Question, Answer Answer), bool> what) =>
        _rows.Where(which).Select(row => what(row) ? 1.0 : 0).DefaultIfEmpty(0).Average();
}
