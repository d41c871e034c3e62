using DocumentFormat.OpenXml.Wordprocessing;

namespace Knowledge.Reading.Word;

/// <param name="Label">"第三条", "2.", "（一）"; empty for a bullet.</param>
/// <param name="IsPlain">Whether it is digits and a point, as lists of Markdown have them.</param>
internal sealed record WordNumber(int Level, string Label, bool IsBullet, bool IsPlain);

/// <summary>Counts what Word counts: the numbers of lists and clauses stand nowhere in the text.</summary>
internal sealed class WordNumbers
{
    private const int Levels = 9;
    private const int LongestPattern = 200;
    private readonly Dictionary<int, int> _abstractOf = [];
    private readonly Dictionary<int, Level?[]> _levels = [];
    private readonly Dictionary<int, int[]> _counts = [];

    public WordNumbers(Numbering? numbering)
    {
        foreach (AbstractNum found in numbering?.Elements<AbstractNum>() ?? [])
        {
            if (found.AbstractNumberId?.Value is not { } id) { continue; }
            Level?[] levels = new Level?[Levels];
            foreach (Level level in found.Elements<Level>())
            {
                if (level.LevelIndex?.Value is >= 0 and < Levels and var index) { levels[index] = level; }
            }
            _levels.TryAdd(id, levels);
        }
        foreach (NumberingInstance found in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (found.NumberID?.Value is { } id && found.AbstractNumId?.Val?.Value is { } of) { _abstractOf.TryAdd(id, of); }
        }
    }

    /// <summary>The number of that paragraph, which is counted by asking; null when it has none.</summary>
    public WordNumber? Next(Paragraph paragraph, WordStyle style)
    {
        NumberingProperties? own = paragraph.ParagraphProperties?.NumberingProperties;
        int? list = own?.NumberingId?.Val?.Value ?? style.Numbering?.NumberingId?.Val?.Value;
        int level = own?.NumberingLevelReference?.Val?.Value ?? style.Numbering?.NumberingLevelReference?.Val?.Value ?? 0;
        if (list is null or 0 || level is < 0 or >= Levels || !_abstractOf.TryGetValue(list.Value, out int id) || !_levels.TryGetValue(id, out Level?[]? levels)) { return null; }
        if (!_counts.TryGetValue(id, out int[]? counts)) { _counts[id] = counts = new int[Levels]; }
        counts[level] = counts[level] == 0 ? Start(levels[level]) : counts[level] + 1;
        Array.Clear(counts, level + 1, Levels - level - 1);
        if (levels[level] is not { } shape) { return null; }
        string format = shape.NumberingFormat?.Val?.InnerText ?? "decimal";
        if (format == "bullet") { return new WordNumber(level, "", IsBullet: true, IsPlain: false); }
        string pattern = shape.LevelText?.Val?.Value ?? "";
        string label = pattern.Length > LongestPattern ? "" : Label(pattern, levels, counts);
        return label.Length == 0 ? null : new WordNumber(level, label, IsBullet: false, IsPlain: IsPlain(label));
    }

    private static string Label(string pattern, Level?[] levels, int[] counts)
    {
        for (int i = 0; i < Levels && pattern.Contains('%', StringComparison.Ordinal); i++)
        {
            string place = $"%{i + 1}";
            if (!pattern.Contains(place, StringComparison.Ordinal)) { continue; }
            int count = counts[i] == 0 ? Start(levels[i]) : counts[i];
            pattern = pattern.Replace(place, WordNumerals.Write(count, levels[i]?.NumberingFormat?.Val?.InnerText ?? "decimal"), StringComparison.Ordinal);
        }
        return Wording.Line(pattern);
    }

    private static int Start(Level? level) => Math.Clamp(level?.StartNumberingValue?.Val?.Value ?? 1, 0, 9_999);

    private static bool IsPlain(string label) => label.Length is > 1 and < 5 && ".、)．".Contains(label[^1]) && label[..^1].All(char.IsAsciiDigit);
}
