namespace Knowledge.Reading.Tables;

/// <summary>Which columns of a table hold questions, other ways to ask them, and answers.</summary>
/// <param name="Row">The row of the headings.</param>
/// <param name="Others">Columns with a heading and another meaning.</param>
internal sealed record FaqColumns(int Row, int Question, IReadOnlyList<int> Similar, int Answer, IReadOnlyList<(int Column, string Title)> Others)
{
    // titles and notes may stand above the headings
    private const int RowsLookedAt = 8;

    private static readonly HashSet<string> Questions = new(StringComparer.OrdinalIgnoreCase)
    {
        "问题", "标准问题", "标准问", "问", "提问", "常见问题", "咨询问题", "问题内容", "问题描述", "主问题", "主问", "热点问题", "居民提问", "question", "questions", "q",
    };

    private static readonly HashSet<string> Similars = new(StringComparer.OrdinalIgnoreCase)
    {
        "相似问题", "相似问", "相似问法", "相似说法", "扩展问", "扩展问题", "扩展问法", "其他问法", "其它问法", "别的问法", "问法", "也这样问", "同义问", "同义问题", "同义问法",
        "类似问题", "类似问法", "similarquestions", "similarquestion", "similar", "alternatives", "aliases",
    };

    private static readonly HashSet<string> Answers = new(StringComparer.OrdinalIgnoreCase)
    {
        "答案", "回答", "答复", "解答", "答", "标准答案", "标准回答", "标准答复", "参考答案", "参考答复", "回复", "回复内容", "答复内容", "答案内容", "回答内容", "解答内容", "办理答复",
        "answer", "answers", "a", "reply",
    };

    private static readonly HashSet<string> Numbers = new(StringComparer.OrdinalIgnoreCase) { "序号", "编号", "号", "no", "id", "#" };

    /// <summary>Null for any other table.</summary>
    public static FaqColumns? Find(IReadOnlyList<string[]> rows)
    {
        for (int row = 0; row < Math.Min(rows.Count, RowsLookedAt); row++)
        {
            string[] names = [.. rows[row].Select(Name)];
            int question = Array.FindIndex(names, Questions.Contains);
            int answer = Array.FindIndex(names, Answers.Contains);
            if (question < 0 || answer < 0) { continue; }
            int[] similar = [.. names.Index().Where(name => Similars.Contains(name.Item)).Select(name => name.Index)];
            return new FaqColumns(row, question, similar, answer, [.. names.Index()
                .Where(name => name.Index != question && name.Index != answer && !similar.Contains(name.Index))
                .Where(name => name.Item.Length > 0 && !Numbers.Contains(name.Item))
                .Select(name => (name.Index, Wording.Line(rows[row][name.Index])))]);
        }
        return null;
    }

    // "相似问题 2（选填）" is one of them too
    private static string Name(string cell)
    {
        string line = Wording.Line(cell);
        int note = line.IndexOfAny(['（', '(', '【', '[']);
        return string.Concat((note > 0 ? line[..note] : line).Where(sign => !char.IsWhiteSpace(sign) && sign is not ('*' or '_' or '：' or ':'))).TrimEnd("0123456789".ToCharArray());
    }
}
