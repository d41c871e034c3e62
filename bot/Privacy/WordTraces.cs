namespace Bot.Privacy;

/// <summary>Recognises a person's words where others copied them, whole or cut: by any stretch of a few characters.</summary>
internal sealed class WordTraces
{
    private const int Stretch = 7;
    private readonly HashSet<string> _stretches = new(StringComparer.Ordinal);

    public WordTraces(IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            for (int i = 0; i + Stretch <= text.Length; i++) { _stretches.Add(text.Substring(i, Stretch)); }
        }
    }

    public bool In(string text)
    {
        for (int i = 0; i + Stretch <= text.Length; i++)
        {
            if (_stretches.Contains(text.Substring(i, Stretch))) { return true; }
        }
        return false;
    }
}
