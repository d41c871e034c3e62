using System.Text;

namespace Knowledge.Reading;

/// <summary>A document while it is being written down as Markdown: blocks in their order, and what was left out.</summary>
internal sealed class Transcript(ReadLimits limits)
{
    private const int LongestHeading = 150;
    private const int DeepestItem = 6;

    private readonly StringBuilder _body = new();
    private readonly List<ReadNote> _notes = [];
    private bool _inList;
    private int _cells;

    public ReadLimits Limits => limits;

    /// <summary>From the file's own words for it; null when it has none.</summary>
    public string? Title { get; set; }

    public string? Issuer { get; set; }

    public bool IsEmpty => _body.Length == 0;

    public string Body => _body.ToString();

    public IReadOnlyList<ReadNote> Notes => _notes;

    /// <param name="level">1…6.</param>
    public void Heading(int level, string text)
    {
        string line = Wording.Line(text);
        if (line.Length == 0) { return; }
        Block();
        Append($"{new string('#', Math.Clamp(level, 1, 6))} {(line.Length > LongestHeading ? line[..LongestHeading] : line)}\n");
        // what does not fit into a heading is text all the same
        if (line.Length > LongestHeading) { Paragraph(line); }
    }

    /// <summary>Line breaks inside it stay.</summary>
    public void Paragraph(string text)
    {
        string[] lines = Wording.Lines(text);
        if (lines.Length == 0) { return; }
        Block();
        foreach (string line in lines) { Append(Plain(line) + "\n"); }
    }

    /// <param name="depth">0 for the outermost list.</param>
    /// <param name="marker">"-" or "3."</param>
    public void Item(int depth, string marker, string text)
    {
        string[] lines = Wording.Lines(text);
        if (lines.Length == 0) { return; }
        if (!_inList) { Block(); }
        _inList = true;
        string indent = new(' ', 2 * Math.Min(depth, DeepestItem));
        Append($"{indent}{marker} {lines[0]}\n");
        foreach (string line in lines.Skip(1)) { Append($"{indent}  {Plain(line)}\n"); }
    }

    /// <summary>A line that is Markdown of our own.</summary>
    public void Mark(string line)
    {
        Block();
        Append(line + "\n");
    }

    /// <summary>Lines that stand together, as they are.</summary>
    public void Rows(IEnumerable<string> lines)
    {
        Block();
        foreach (string line in lines) { Append(line + "\n"); }
    }

    /// <summary>Counts cells before they are kept.</summary>
    public void Count(int cells, string place)
    {
        _cells += cells;
        if (_cells > limits.Cells) { throw new ReadException(ReadFault.TooManyRows, place); }
    }

    public void LeaveOut(ReadNoteKind kind, int count = 1, string? place = null)
    {
        int known = _notes.FindIndex(note => note.Kind == kind);
        if (known < 0)
        {
            _notes.Add(new ReadNote(kind, count, place));
        }
        else
        {
            ReadNote note = _notes[known];
            _notes[known] = note with { Count = note.Count + count, Place = place is null ? note.Place : $"{note.Place}、{place}" };
        }
    }

    private void Block()
    {
        if (_body.Length > 0) { _body.Append('\n'); }
        _inList = false;
    }

    private void Append(string text)
    {
        if (_body.Length + text.Length > limits.Characters) { throw new ReadException(ReadFault.TooLong); }
        _body.Append(text);
    }

    // a line of a foreign file is no heading, no fence and no mark of ours
    private static string Plain(string line) =>
        line.StartsWith('#') || line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal)
            || line.StartsWith("<!--", StringComparison.Ordinal) ? "\\" + line : line;
}
