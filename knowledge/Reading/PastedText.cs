using Knowledge.Reading.Tables;

namespace Knowledge.Reading;

/// <summary>Text as people paste it: what they copied from a spreadsheet comes with tabs between the cells and becomes a table.</summary>
public static class PastedText
{
    private const int FewestRows = 2;

    /// <summary>The same text as Markdown, or why it cannot be.</summary>
    public static (string Text, ReadFault? Fault) Read(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        List<string> written = [];
        try
        {
            for (int i = 0; i < lines.Length; i++)
            {
                int rows = lines.Skip(i).TakeWhile(line => line.Contains('\t', StringComparison.Ordinal)).Count();
                if (rows < FewestRows)
                {
                    written.Add(lines[i]);
                    continue;
                }
                written.AddRange(["", Table(lines.Skip(i).Take(rows)).TrimEnd('\n'), ""]);
                i += rows - 1;
            }
            return (string.Join('\n', written), null);
        }
        catch (ReadException e)
        {
            return (text, e.Fault);
        }
    }

    private static string Table(IEnumerable<string> lines)
    {
        Transcript transcript = new(ReadLimits.Usual);
        List<string[]> rows = [.. lines.Select(line => line.Split('\t').Select(Wording.Line).ToArray())];
        if (rows.Exists(row => row.Length > ReadLimits.Usual.Columns)) { throw new ReadException(ReadFault.TooManyColumns); }
        TableText.Write(transcript, rows, level: 2);
        return transcript.Body;
    }
}
