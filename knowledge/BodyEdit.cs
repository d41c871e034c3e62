using System.Text;

namespace Knowledge;

/// <summary>Changes to a body, told in the places of the body as it was.</summary>
internal sealed class BodyEdit(string body)
{
    private readonly List<(int At, Range? Removed, string? Comment)> _changes = [];

    /// <summary>A comment on a line of its own: before the line that begins there, or between what is parted there.</summary>
    public void Insert(int at, string comment) => _changes.Add((at, null, comment));

    /// <summary>Takes a comment away, with its line where it has one for itself.</summary>
    public void Remove(Range range)
    {
        (int start, int length) = range.GetOffsetAndLength(body.Length);
        int end = start + length;
        if (Comments.IsAlone(body, range, out _))
        {
            while (start > 0 && body[start - 1] != '\n') { start--; }
            while (end < body.Length && body[end] != '\n') { end++; }
            end = Math.Min(body.Length, end + 1);
        }
        _changes.Add((start, start..end, null));
    }

    public string Apply()
    {
        StringBuilder changed = new(body);
        // from the end, so that the places before stay where they are
        foreach ((int at, Range? removed, string? comment) in _changes.OrderByDescending(change => change.At).ThenByDescending(change => change.Comment is null))
        {
            if (removed is { } range)
            {
                (int start, int length) = range.GetOffsetAndLength(body.Length);
                changed.Remove(start, length);
            }
            else
            {
                changed.Insert(LineStart(at), Framed(at, comment!));
            }
        }
        return changed.ToString();
    }

    private int LineStart(int at)
    {
        int start = at;
        while (start > 0 && body[start - 1] is ' ' or '\t') { start--; }
        return start == 0 || body[start - 1] == '\n' ? start : at;
    }

    private string Framed(int at, string comment) =>
        LineStart(at) is var start && (start == 0 || body[start - 1] == '\n') ? comment + "\n"
        : at == body.Length || body[at] == '\n' ? "\n\n" + comment
        : "\n\n" + comment + "\n\n";
}
