namespace Bot.Answers.Library.Checks;

/// <summary>What a question's two outcomes, or its one, come to. Pure.</summary>
internal static class RunJudge
{
    public static RunRow Compare(int run, AskedCheck asked, Outcome before, Outcome after)
    {
        (bool was, bool now) = (asked.IsRight(before), asked.IsRight(after));
        RunRow row = Row(run, asked, after, was == now ? RunChange.Same : now ? RunChange.Better : RunChange.Worse);
        (row.BeforeDocument, row.BeforeAnswer, row.BeforeConfidence) = (First(before), before.Answer, before.Confidence);
        return row;
    }

    public static RunRow Judge(int run, AskedCheck asked, Outcome now) =>
        Row(run, asked, now, asked.IsRight(now) ? RunChange.Same : RunChange.Worse);

    private static RunRow Row(int run, AskedCheck asked, Outcome now, RunChange change) => new()
    {
        Run = run,
        Question = asked.Question,
        Expected = asked.Document,
        IsChecked = asked.IsChecked,
        Change = change,
        Document = First(now),
        Answer = now.Answer,
        Confidence = now.Confidence,
    };

    private static string? First(Outcome outcome) => outcome.Documents.Count > 0 ? outcome.Documents[0] : null;
}
