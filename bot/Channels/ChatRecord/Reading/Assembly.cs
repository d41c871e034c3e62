namespace Bot.Channels.ChatRecord.Reading;

/// <summary>Puts together what each heading and the lines below it say.</summary>
internal sealed class Assembly(string[] lines, string[] plain, Heading?[] headings, DateOnly today)
{
    /// <summary>Longest message that is taken.</summary>
    public const int LongestText = 4000;

    private readonly List<RecordLine> _read = [];
    private readonly List<string> _body = [];
    private int _opened = -1;
    private int _last;
    private DateOnly? _day;
    private SaidAt? _at;
    private SaidAt? _shown;
    private string? _group;

    public ReadRecord Run(IReadOnlyCollection<string> selves)
    {
        for (int i = 0; i < lines.Length; i++) { Take(i); }
        Close();
        return new ReadRecord(Recalls.Apply(_read, selves), _group);
    }

    private void Take(int i)
    {
        if (headings[i] is { } heading)
        {
            Close();
            (_opened, _last) = (i, i);
            _at = heading.At is { } told ? told with { Day = told.Day ?? _day } : _shown;
            if (heading.Text is { } first) { _body.Add(first); }
        }
        else if (plain[i].AsSpan().Trim().IsEmpty)
        {
            _body.Add("");
        }
        else if (IsBetween(i))
        {
            Close();
            Add(i, SystemLines.RecalledBy(plain[i]) is { } who ? (LineKind.Recall, who) : (LineKind.System, ""));
        }
        else if (_opened >= 0)
        {
            _body.Add(lines[i]);
            _last = i;
        }
        else
        {
            string? head = _read.Exists(line => line.Kind == LineKind.Message) ? null : SystemLines.HeadOf(plain[i]);
            _group ??= head is { Length: > 0 } ? head : null;
            Add(i, (head is null ? LineKind.Unreadable : LineKind.System, ""));
        }
    }

    // Inside a message only what nobody would write; at the start of a paragraph also who joined, and a day or an hour alone
    private bool IsBetween(int i)
    {
        if (_opened >= 0 && _last == _opened && headings[_opened]!.Text is null) { return false; }
        if (SystemLines.RecalledBy(plain[i]) is not null) { return true; }
        bool paragraph = i == 0 || plain[i - 1].AsSpan().Trim().IsEmpty || _opened < 0;
        if (!paragraph) { return false; }
        if (SystemLines.DayIn(plain[i], today) is { } day)
        {
            (_day, _shown) = (day, null);
            return true;
        }
        if (SystemLines.TimeIn(plain[i], today) is { } shown)
        {
            _shown = shown with { Day = shown.Day ?? _day };
            return true;
        }
        return SystemLines.Is(plain[i]);
    }

    private void Add(int i, (LineKind Kind, string Sender) what) =>
        _read.Add(new RecordLine(i + 1, i + 1, _shown, what.Sender, PlainForm.Trim(Clip(lines[i])), what.Kind));

    private void Close()
    {
        if (_opened >= 0)
        {
            Heading heading = headings[_opened]!;
            _read.Add(Message(new RecordLine(_opened + 1, _last + 1, _at, heading.Sender, PlainForm.Trim(string.Join('\n', _body)), LineKind.Message)));
        }
        _opened = -1;
        _body.Clear();
    }

    private RecordLine Message(RecordLine line)
    {
        if (line.Text.Length == 0) { return line with { Kind = LineKind.Unreadable, Text = PlainForm.Trim(lines[_opened]) }; }
        if (line.Text.Length > LongestText) { return line with { Kind = LineKind.Unreadable, Text = $"这句有{line.Text.Length}个字，最多{LongestText}个：{line.Text[..100]}…" }; }
        string one = PlainForm.Of(line.Text);
        // Under somebody's name it is that person's note; a neighbour's name in it is only what they wrote
        if (SystemLines.RecalledBy(one) is { } who && (who is "你" || who == line.Sender)) { return line with { Kind = LineKind.Recall }; }
        if (SystemLines.Is(one)) { return line with { Kind = LineKind.System }; }
        (string text, string? sender, string? quoted) = Quotes.Split(line.Text);
        return line with { Text = text, QuotedSender = sender, Quoted = quoted };
    }

    private static string Clip(string line) => line.Length <= LongestText ? line : line[..LongestText];
}
