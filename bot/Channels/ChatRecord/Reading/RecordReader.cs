using System.Text;

namespace Bot.Channels.ChatRecord.Reading;

/// <summary>What a pasted text holds.</summary>
/// <param name="Group">Name of the group, where the text tells.</param>
public sealed record ReadRecord(IReadOnlyList<RecordLine> Lines, string? Group);

/// <summary>Reads a chat record in whichever form it was copied or exported. Any text can be read; what makes no sense is unreadable.</summary>
public static class RecordReader
{
    public const int MostLines = 20_000;
    private const int LongestHeading = 200;

    // The more a form says, the less it is seen where it is not
    private static readonly IRecordFormat[] Formats = [new TimeThenName(), new NameThenTime(), new NameAlone()];
    private static readonly IRecordFormat ByHand = new NameColonText();

    /// <param name="today">What 昨天 and days without a year lean on.</param>
    /// <param name="selves">Names under which the one who copied it may stand in it: "你撤回了一条消息" speaks of them.</param>
    public static ReadRecord Read(string text, DateOnly today, IReadOnlyCollection<string>? selves = null)
    {
        // Half a letter cannot be stored
        string whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', ' ');
        string[] lines = whole.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n');
        if (JsonRecord.Is(lines)) { return JsonRecord.Read(lines); }
        string[] plain = [.. lines.Select(PlainForm.Of)];
        Heading?[] headings = Formats.Select(format => Headings(format, lines, plain, today)).MaxBy(Count)!;
        Heading?[] byHand = Headings(ByHand, lines, plain, today);
        return new Assembly(lines, plain, IsMostly(byHand, plain) && Count(byHand) > 3 * Count(headings) ? byHand : headings, today).Run(selves ?? []);
    }

    private static int Count(Heading?[] headings) => headings.Count(heading => heading is not null);

    private static Heading?[] Headings(IRecordFormat format, string[] lines, string[] plain, DateOnly today)
    {
        Heading?[] found = [.. lines.Select((line, i) => line.Length <= LongestHeading ? format.Read(line, plain[i], today) : null)];
        return Strays.Remove(found, i => i == 0 || plain[i - 1].AsSpan().Trim().IsEmpty);
    }

    // "地址：3号楼" stands in many a message: this form is believed only where nearly every line has it
    private static bool IsMostly(Heading?[] found, string[] plain) =>
        Count(found) * 10 >= plain.Count(line => !line.AsSpan().Trim().IsEmpty) * 6;
}
