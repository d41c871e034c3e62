using Bot.Messaging;

namespace Bot.Tickets.Deadlines;

/// <summary>One thing a person is to be told on the private line.</summary>
/// <param name="Key">What it is about, for the key of the message.</param>
/// <param name="Text">The whole line, when it stands alone.</param>
/// <param name="Brief">The same among others.</param>
public sealed record DueLine(string Person, int Ticket, string Key, string Text, string Brief)
{
    private const int MostNamed = 6;

    /// <summary>What the people hear: one line each, however many things are due.</summary>
    public static IEnumerable<(string Person, string Key, string Text, int? Ticket)> Fold(IEnumerable<DueLine> lines, DateTimeOffset now) =>
        lines.GroupBy(line => line.Person).Select(own => (Own: own.DistinctBy(line => line.Key).ToArray(), own.Key))
            .Select(own => own.Own is [DueLine only]
                ? (own.Key, $"due:{only.Key}", only.Text, (int?)only.Ticket)
                : (own.Key, $"due:{now.ToUnixTimeMilliseconds()}", Digest(own.Own), null));

    internal static string Place(Ticket ticket) =>
        SafeWords.Join(SafeWords.Clean(ticket.Location, 24), SafeWords.Clean(ticket.Matter, 12));

    internal static string Tag(Ticket ticket) => $"【{ticket.Number}号】";

    private static string Digest(DueLine[] lines)
    {
        int tickets = lines.Select(line => line.Ticket).Distinct().Count();
        string named = string.Join("；", lines.Take(MostNamed).Select(line => line.Brief));
        return $"有{tickets}件要您跟一下：{named}{(lines.Length > MostNamed ? "等" : null)}。详情在后台“我的”。";
    }
}
