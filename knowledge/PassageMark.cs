namespace Knowledge;

/// <summary>What an admin did to the passages, as comments on lines of their own in the document's Markdown.</summary>
internal enum PassageMarkKind
{
    /// <summary>分开: a passage ends here.</summary>
    Cut,

    /// <summary>合并: no passage ends before what follows.</summary>
    Join,

    /// <summary>停用: the passage that follows answers nothing.</summary>
    Off,

    /// <summary>也这样问: similar questions of the passage that follows.</summary>
    Asked,
}

/// <param name="At">The comment's range in the body.</param>
internal sealed record PassageMark(PassageMarkKind Kind, Range At, IReadOnlyList<string> Questions)
{
    public const int MostQuestions = 50;
    public const int LongestQuestion = 200;
    public const string CutWord = "分开";
    public const string JoinWord = "合并";
    public const string OffWord = "停用";
    public const string AskedWord = "也这样问";

    /// <summary>In the order of the text; other comments are left out.</summary>
    public static IReadOnlyList<PassageMark> Read(string body)
    {
        List<PassageMark> marks = [];
        foreach (Range comment in Comments.All(body))
        {
            if (Comments.IsAlone(body, comment, out string? words) && Of(comment, words) is { } mark) { marks.Add(mark); }
        }
        return marks;
    }

    public static string Asked(IEnumerable<string> questions) => $"<!-- {AskedWord}：{string.Join('｜', questions)} -->";

    /// <summary>Questions as people separate them; none twice.</summary>
    public static IReadOnlyList<string> Questionnaire(string text) => [.. text
        .Split(['｜', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(question => question.Length > LongestQuestion ? question[..LongestQuestion] : question)
        .Distinct().Take(MostQuestions)];

    private static PassageMark? Of(Range comment, string words) => words switch
    {
        CutWord => new PassageMark(PassageMarkKind.Cut, comment, []),
        JoinWord => new PassageMark(PassageMarkKind.Join, comment, []),
        OffWord => new PassageMark(PassageMarkKind.Off, comment, []),
        _ when words.StartsWith(AskedWord, StringComparison.Ordinal) && words[AskedWord.Length..].TrimStart() is ['：' or ':', ..] asked =>
            new PassageMark(PassageMarkKind.Asked, comment, Questionnaire(asked[1..])),
        _ => null,
    };
}
