using System.Buffers;
using Bot.Grids;
using Bot.Grids.Duty;
using Bot.Messaging;

namespace Bot.Tickets;

/// <summary>Whom an alert calls in which round, and with what words: pure.</summary>
public static class AlertCalls
{
    // Older words come from a chat record, or were waiting while the program was down
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(2);

    /// <summary>
    /// Names of the people to call: whoever is on duty for the grid, else its lead; then lead and backup too, then everyone of the
    /// community. A post that is vacant is passed over at once. Empty when the community has nobody.
    /// </summary>
    /// <param name="round">Counted from 1.</param>
    public static IReadOnlyList<string> Recipients(
        CommunityDirectory directory, string group, int round, AlertOptions options, DateTimeOffset now, CommunityClock clock)
    {
        string?[] posts = [First(directory, group, now, clock)?.Name, directory.LeadOf(group)?.Name, directory.BackupOf(group)?.Name];
        string[] grid = [.. posts.OfType<string>().Distinct()];
        if (grid.Length > 0 && round <= options.BackupAfter) { return [grid[0]]; }
        if (grid.Length > 1 && round <= options.CommunityAfter) { return grid; }
        return [.. grid, .. directory.People.Where(IsOfCommunity).Select(person => person.Name).Except(grid)];
    }

    /// <summary>Whom an emergency of the group calls first; null when only the community is left.</summary>
    public static Person? First(CommunityDirectory directory, string group, DateTimeOffset now, CommunityClock clock) =>
        (directory.GridOf(group) is { } grid ? DutyPlan.OnDuty(directory, grid.Name, now, clock)?.Person : null)
            ?? directory.LeadOf(group) ?? directory.BackupOf(group);

    private static bool IsOfCommunity(Person person) => person.Role is PersonRoles.Staff or PersonRoles.Admin;

    /// <summary>Place, matter, what was said, until when.</summary>
    public static string Text(Ticket ticket, CommunityClock clock, DateTimeOffset now)
    {
        TicketReport? said = ticket.Reports.LastOrDefault(report => report.RecalledAt is null && (report.IsReport || IsCry(ticket, report)));
        string past = said is not null && now - said.Time > Fresh ? $"聊天记录里，{clock.Say(said.Time, now)}，" : "";
        return $"⚠️紧急【{ticket.Number}号】{Matter(ticket)}。{past}{Said(said)}请{(ticket.DueAt > now ? $"在{clock.Say(ticket.DueAt, now)}前" : "马上")}处理，看到请回“知道了”。";
    }

    // What a resident said when it came back or got worse
    private static bool IsCry(Ticket ticket, TicketReport report) => ticket.History.Exists(line =>
        line.Kind is TicketEventKind.Reopened or TicketEventKind.SaidNotDone && line.By == report.Sender && line.At == report.ActedAt);

    /// <summary>What whoever is in charge hears of a matter that is not well.</summary>
    public static string ForOwner(Ticket ticket, string trouble, CommunityClock clock, DateTimeOffset now) =>
        $"【{ticket.Number}号】{Matter(ticket)}：{trouble}。{Said(ticket.Reports.LastOrDefault(report => report.RecalledAt is null))}"
        + (ticket.IsOpen ? $"已答应{clock.Say(ticket.PromisedAt, now)}前回话。" : "请到后台看一眼，没办好的请重新交办。");

    /// <summary>The text as sent in a round: a repetition says so.</summary>
    public static string InRound(string text, int round) => round == 1 ? text : $"（第{round}次提醒）{text}";

    /// <summary>Whether a private word to the bot says 知道了. In doubt it does not: "不知道在哪" and "我来不了" must not end a call.</summary>
    public static bool IsAcknowledgement(string text)
    {
        string word = SafeWords.Clean(text, 40);
        bool doubtful = word.AsSpan().ContainsAny(Doubts);
        return Array.Exists(Acknowledgements, said =>
            word.StartsWith(said, StringComparison.OrdinalIgnoreCase) ? !(word.Length > said.Length && Doubts.Contains(word[said.Length]))
            : !doubtful && said.Length > 1 && !char.IsAsciiLetter(said[0]) && word.Contains(said, StringComparison.Ordinal));
    }

    private static string Matter(Ticket ticket)
    {
        string place = SafeWords.Clean(ticket.Location, 24) is { Length: > 0 } known ? known : "地点不详";
        return $"{SafeWords.Clean(ticket.Group, 20)} {place} {SafeWords.Clean(ticket.Matter, 12)}";
    }

    private static string Said(TicketReport? report) =>
        report is null ? "" : $"{SafeWords.Clean(report.Sender, 16)}说：“{SafeWords.Clean(report.Text, 60)}”。";

    /// <summary>What is not well, in a few words; null when nothing is.</summary>
    internal static string? Trouble(Heard heard) => heard switch
    {
        Heard.Reopened => "居民说没好，已重开",
        Heard.HalfReopened => "居民说好了一半，已重开",
        Heard.Worse => "居民说更重了",
        Heard.Urged => "居民在催",
        Heard.Relapsed or Heard.Emergency => "居民说又出问题了",
        Heard.Contradicted => "标为不是诉求，居民还在说",
        Heard.Unhappy => "居民不满意",
        _ => null,
    };

    private static readonly string[] Acknowledgements =
        ["知道", "晓得", "收到", "好的", "马上", "我去", "我来", "我就去", "这就去", "在路上", "已到", "到了", "了解", "OK"];

    private static readonly SearchValues<char> Doubts = SearchValues.Create("不没未唔冇勿莫谁哪啥吗么?？");
}
