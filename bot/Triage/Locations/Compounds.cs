using Bot.Grids;

namespace Bot.Triage.Locations;

internal enum DoorStyle { Unknown, Buildings, Doorplates }

internal readonly record struct CompoundMention(Compound Compound, int Start, int End);

/// <summary>The compounds of the directory as the reader needs them: by group, and by name or alias in a text.</summary>
internal sealed class Compounds
{
    private readonly (string Word, Compound Compound)[] _words;
    private readonly CommunityDirectory _directory;

    public Compounds(CommunityDirectory directory)
    {
        _directory = directory;
        _words = [.. directory.Compounds
            .SelectMany(c => c.Alias.Append(c.Name).Where(w => w.Length > 1).Select(w => (w, c)))
            .OrderByDescending(pair => pair.w.Length)];
    }

    public bool IsCommunityWide(string group) => _directory.Groups.TryGetValue(group, out string? name) && name is null;

    public Compound? Of(string group) =>
        _directory.Groups.GetValueOrDefault(group) is { } name
            ? _directory.Compounds.FirstOrDefault(c => c.Name == name) ?? new Compound(name)
            : null;

    public bool IsKnown(Compound compound) => _directory.Compounds.Contains(compound);

    public static DoorStyle StyleOf(Compound? compound) => compound?.Style switch
    {
        null => DoorStyle.Unknown,
        "doorplates" => DoorStyle.Doorplates,
        _ => DoorStyle.Buildings,
    };

    /// <summary>The compound whose name ends where a place starts: 枫林|11幢, 春申花苑 |北门.</summary>
    public CompoundMention? Before(string text, int position)
    {
        int end = position;
        while (end > 0 && text[end - 1] is ' ' or '的' or '-' or '嘅')
        {
            end--;
        }
        foreach ((string word, Compound compound) in _words)
        {
            if (end >= word.Length && text.AsSpan(end - word.Length, word.Length).SequenceEqual(word))
            {
                return new(compound, end - word.Length, end);
            }
        }
        return null;
    }

    /// <summary>The first compound named in the text, by its longest name.</summary>
    public CompoundMention? First(string text, int from = 0)
    {
        CompoundMention? first = null;
        foreach ((string word, Compound compound) in _words)
        {
            int at = text.IndexOf(word, from, StringComparison.Ordinal);
            if (at >= 0 && (first is null || at < first.Value.Start))
            {
                first = new(compound, at, at + word.Length);
            }
        }
        return first;
    }
}
