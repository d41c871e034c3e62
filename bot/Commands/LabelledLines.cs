using Bot.Triage.Classifier;

namespace Bot.Commands;

/// <summary>Reads <c>label TAB text</c> lines.</summary>
internal static class LabelledLines
{
    public static List<LabelledText> Read(string path, SkippedLines skipped)
    {
        List<string> lines = InputLines.Read(path);
        List<LabelledText> texts = [];
        for (int i = 0; i < lines.Count; i++)
        {
            if (Parse(lines[i], out string problem) is { } text)
            {
                texts.Add(text);
            }
            else
            {
                skipped.Add(i + 1, problem);
            }
        }
        skipped.Summarise();
        return texts.Count > 0 ? texts
            : throw new CommandException(ExitCodes.BadInput, $"{path}: no usable line; expected label<TAB>text in UTF-8");
    }

    /// <summary>Null with the problem when the line is not of that form.</summary>
    private static LabelledText? Parse(string line, out string problem)
    {
        int tab = line.IndexOf('\t');
        problem =
            string.IsNullOrWhiteSpace(line) ? "blank line"
            : line.Contains(InputLines.Undecodable) ? "not valid UTF-8"
            : tab < 0 ? "no TAB between label and text"
            : string.IsNullOrWhiteSpace(line[..tab]) ? "no label before the TAB"
            : string.IsNullOrWhiteSpace(line[(tab + 1)..]) ? "no text after the TAB"
            : "";
        return problem.Length > 0 ? null : new LabelledText(line[..tab].Trim(), line[(tab + 1)..]);
    }
}
