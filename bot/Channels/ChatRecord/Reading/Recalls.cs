namespace Bot.Channels.ChatRecord.Reading;

/// <summary>What was taken back is not kept: the sender's last message before the line that says so loses its text.</summary>
internal static class Recalls
{
    // WeChat lets a message be taken back for two minutes; the minutes of a record are rounded
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    // Where no times are told
    private const int Nearby = 20;

    public static IReadOnlyList<RecordLine> Apply(List<RecordLine> lines, IReadOnlyCollection<string> selves)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i] is { Kind: LineKind.Recall, Sender.Length: > 0 } recall && Find(lines, i, recall, selves) is >= 0 and int taken)
            {
                lines[taken] = lines[taken] with { Kind = LineKind.Recall, Text = "", Quoted = null, QuotedSender = null };
            }
        }
        return lines;
    }

    private static int Find(List<RecordLine> lines, int before, RecordLine recall, IReadOnlyCollection<string> selves)
    {
        SaidAt? at = recall.At ?? lines.Take(before).LastOrDefault(line => line.At is not null)?.At;
        for (int i = before - 1; i >= Math.Max(0, before - 200); i--)
        {
            if (lines[i].Kind == LineKind.Message && IsBy(lines[i].Sender, recall.Sender, selves))
            {
                return IsNear(lines[i], at, before - i) ? i : -1;
            }
        }
        return -1;
    }

    private static bool IsBy(string sender, string recalledBy, IReadOnlyCollection<string> selves) =>
        sender == recalledBy || (recalledBy is "你" && selves.Any(self => sender.Contains(self, StringComparison.Ordinal)));

    private static bool IsNear(RecordLine said, SaidAt? recall, int lines) =>
        said.At is { } first && recall is { } taken ? Difference(first, taken) <= Longest : lines <= Nearby;

    private static TimeSpan Difference(SaidAt from, SaidAt to)
    {
        TimeSpan days = from.Day is { } first && to.Day is { } last ? TimeSpan.FromDays(last.DayNumber - first.DayNumber) : TimeSpan.Zero;
        return (days + (to.Clock.ToTimeSpan() - from.Clock.ToTimeSpan())).Duration();
    }
}
