namespace Bot.Triage.Incidents;

/// <summary>Names, mostly one or two: a small array instead of a set, as there is one for every ticket.</summary>
public readonly struct People(string[] names, int count)
{
    private readonly string[] _names = names;

    public int Count { get; } = count;

    public ReadOnlySpan<string> All => _names.AsSpan(0, Count);

    public bool Contains(string name)
    {
        foreach (string known in All)
        {
            if (known == name)
            {
                return true;
            }
        }

        return false;
    }
}
