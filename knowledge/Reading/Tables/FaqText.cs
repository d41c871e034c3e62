namespace Knowledge.Reading.Tables;

/// <summary>Writes a table of questions and answers down: the question as a heading, other ways to ask it as a mark, the answer as text.</summary>
internal static class FaqText
{
    private static readonly char[] Between = ['\n', '｜', '|', '；', ';'];

    public static void Write(Transcript transcript, IReadOnlyList<string[]> rows, FaqColumns columns, int level)
    {
        string last = "";
        foreach (string[] row in rows.Skip(columns.Row + 1))
        {
            string question = Wording.Line(At(row, columns.Question));
            string answer = At(row, columns.Answer);
            if (!Wording.HasWords(question) && !Wording.HasWords(answer)) { continue; }
            if (!Wording.HasWords(answer))
            {
                transcript.LeaveOut(ReadNoteKind.NoAnswer);
                continue;
            }
            // cells merged over several answers, or left blank under the question
            if (question.Length > 0 && question != last)
            {
                transcript.Heading(level, question);
                Similar(transcript, row, columns, question);
                last = question;
            }
            Answer(transcript, answer);
            string others = string.Join("；", columns.Others
                .Select(other => (other.Title, Said: Wording.Line(At(row, other.Column)))).Where(other => other.Said.Length > 0)
                .Select(other => $"{other.Title}：{other.Said}"));
            transcript.Paragraph(others);
        }
    }

    private static void Similar(Transcript transcript, string[] row, FaqColumns columns, string question)
    {
        string[] said = [.. columns.Similar.SelectMany(column => Apart(At(row, column))).Where(way => way != question).Distinct()];
        if (said.Length > 0) { transcript.Mark($"<!-- 也这样问：{string.Join('｜', said)} -->"); }
    }

    // "几岁能领？多少钱？" are two
    private static IEnumerable<string> Apart(string cell) => cell.Replace("？", "？\n", StringComparison.Ordinal).Replace("?", "?\n", StringComparison.Ordinal)
        .Split(Between, StringSplitOptions.RemoveEmptyEntries)
        // nothing in it may end the mark it stands in
        .Select(way => Wording.Line(way).Replace("-->", "", StringComparison.Ordinal).Replace("<!--", "", StringComparison.Ordinal))
        .Select(way => ItemMarks.Strip(way)).Where(Wording.HasWords);

    private static void Answer(Transcript transcript, string answer)
    {
        foreach (string line in Wording.Lines(answer))
        {
            if (ItemMarks.Read(line) is { } item) { transcript.Item(0, item.Marker, item.Text); }
            else { transcript.Paragraph(line); }
        }
    }

    private static string At(string[] row, int column) => column < row.Length ? row[column] : "";
}
