namespace Knowledge;

/// <summary>The marks of a body, handed out as its blocks are walked.</summary>
internal sealed class MarkQueue(string body)
{
    private readonly IReadOnlyList<PassageMark> _marks = PassageMark.Read(body);
    private readonly List<PassageMark> _pending = [];
    private int _next;

    /// <summary>Whether a heading here ends the passage before it.</summary>
    public bool EndsSection => !Has(PassageMarkKind.Join) || Has(PassageMarkKind.Cut);

    public void AdvanceTo(int at)
    {
        while (_next < _marks.Count && _marks[_next].At.Start.Value < at) { _pending.Add(_marks[_next++]); }
    }

    /// <summary>Whether a block here begins a passage of its own: what is switched off or asked for must be told from its neighbour.</summary>
    /// <param name="isFull">Whether the passage would become too long with it.</param>
    public bool EndsPassage(bool isFull) => Has(PassageMarkKind.Cut)
        || (!Has(PassageMarkKind.Join) && (isFull || Has(PassageMarkKind.Off) || Has(PassageMarkKind.Asked)));

    /// <summary>The marks before this block; they count once.</summary>
    public IReadOnlyList<PassageMark> Take()
    {
        PassageMark[] taken = [.. _pending];
        _pending.Clear();
        return taken;
    }

    private bool Has(PassageMarkKind kind) => _pending.Exists(mark => mark.Kind == kind);
}
