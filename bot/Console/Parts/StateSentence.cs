using Bot.Tickets;

namespace Bot.Console.Parts;

/// <summary>The first thing a ticket says of itself; <paramref name="Tone"/> is red, green or null.</summary>
public sealed record StateSentence(string Text, string? Tone)
{
    public static StateSentence Of(Ticket ticket, LocalTime time) => ticket.State switch
    {
        TicketState.Captured => Open(ticket, time, "待审"),
        TicketState.Accepted => Open(ticket, time, "在办"),
        TicketState.Dispatched when ticket.IsPhoned => Open(ticket, time, $"已电话派给{ticket.Assignee}"),
        TicketState.Dispatched => Open(ticket, time, $"已派给{ticket.Assignee}，等接单"),
        TicketState.Claimed => Open(ticket, time, $"{ticket.Assignee}在办"),
        TicketState.Resolved => new(ticket.AskedAt is null ? "已办好，还没有问过反映人" : "已办好，等居民回“好了”", null),
        TicketState.Verified => new(Verified(ticket), "green"),
        TicketState.Closed => new("已办结", "green"),
        TicketState.Rejected => new("不是诉求，没有立件", null),
        TicketState.Merged => new($"已并入{ticket.MergedInto}号", null),
        _ => new("状态不明", null),
    };

    private static string Verified(Ticket ticket) => ticket.VerifiedHow switch
    {
        Verification.Told => $"已核验：{ticket.VerifiedBy}问过居民，好了",
        Verification.Second => $"已核验：{ticket.VerifiedBy}去看过，好了",
        Verification.Silence => "已核验：多日没有人说没好",
        _ => "已核验：居民说好了",
    };

    // What a person must know before anything else: that it rests, how far it is, how far up it went
    private static string More(Ticket ticket, LocalTime time)
    {
        string rests = ticket.SnoozedUntil is { } until ? $"。放到{time.Text(until)}" : ticket.SnoozedForReply ? "。在等居民回话" : "";
        string half = ticket.HalfDoneAt is null ? "" : "。好了一半";
        string up = ticket.Level == EscalationLevel.Grid ? "" : $"。已上报{ticket.Level.Title()}";
        return half + up + rests;
    }

    private static StateSentence Open(Ticket ticket, LocalTime time, string word)
    {
        if (ticket.OverdueFrom is { } from && from <= time.Now)
        {
            string owed = ticket.OwesWord && ticket.OwedAt <= time.Now ? $"说好{time.Text(ticket.OwedAt)}回话" : $"该{time.Text(from)}办好";
            return new($"{word}，已超时 {LocalTime.Span(from - time.Now)}（{owed}）{More(ticket, time)}", "red");
        }
        string left = ticket.OwesWord ? $"，离承诺还有 {LocalTime.Span(ticket.OwedAt - time.Now)}"
            : ticket.FeedbackDueAt is { } done ? $"，回过话了，离办好还有 {LocalTime.Span(done - time.Now)}" : "，回过话了";
        return new($"{word}{left}{More(ticket, time)}", null);
    }
}
