namespace Bot.Answers.Library;

public enum LineChange { Same, Gone, New }

/// <summary>A line of two versions.</summary>
public sealed record DifferentLine(LineChange Change, string Text);

/// <summary>What differs between two texts, line by line, by the longest common run of lines. Pure.</summary>
public static class LineDifference
{
    // above this the table would take too much memory, and nobody reads it line by line
    private const int LargestTable = 4_000_000;

    public static IReadOnlyList<DifferentLine> Of(string before, string after)
    {
        string[] old = before.ReplaceLineEndings("\n").Split('\n');
        string[] now = after.ReplaceLineEndings("\n").Split('\n');
        int head = 0;
        while (head < old.Length && head < now.Length && old[head] == now[head]) { head++; }
        int tail = 0;
        while (tail < old.Length - head && tail < now.Length - head && old[^(tail + 1)] == now[^(tail + 1)]) { tail++; }
        return
        [
            .. old[..head].Select(line => new DifferentLine(LineChange.Same, line)),
            .. Middle(old[head..^tail], now[head..^tail]),
            .. old[^tail..].Select(line => new DifferentLine(LineChange.Same, line)),
        ];
    }

    private static List<DifferentLine> Middle(string[] old, string[] now)
    {
        List<DifferentLine> lines = [];
        int[,]? common = (long)old.Length * now.Length > LargestTable ? null : Common(old, now);
        int i = 0;
        int j = 0;
        while (i < old.Length || j < now.Length)
        {
            if (common is not null && i < old.Length && j < now.Length && old[i] == now[j])
            {
                lines.Add(new DifferentLine(LineChange.Same, old[i++]));
                j++;
            }
            else if (i < old.Length && (j == now.Length || common is null || common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(new DifferentLine(LineChange.Gone, old[i++]));
            }
            else
            {
                lines.Add(new DifferentLine(LineChange.New, now[j++]));
            }
        }
        return lines;
    }

    /// <summary>How many lines are common to the rests from i and j on.</summary>
    private static int[,] Common(string[] old, string[] now)
    {
        int[,] common = new int[old.Length + 1, now.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }
        return common;
    }
}
