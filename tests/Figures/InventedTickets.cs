using Bot.Tickets;

namespace Tests.Figures;

/// <summary>Tickets of this month in every state that the figures tell apart.</summary>
internal static class InventedTickets
{
    public const int Count = 26;

    public static IEnumerable<Ticket> Of(int first, string[] groups, TicketDeadlines deadlines, DateTimeOffset now)
    {
        for (int i = 0; i < Count; i++)
        {
            yield return Write(first + i, i, groups[i % groups.Length], deadlines, now);
        }
    }

    private static Ticket Write(int number, int kind, string group, TicketDeadlines deadlines, DateTimeOffset now)
    {
        DateTimeOffset at = now.AddMinutes(-60 + kind);
        TicketReport report = new()
        {
            Group = group,
            Channel = "webchat",
            Conversation = group,
            MessageId = $"figure-{number}",
            Sender = $"{kind}-1-502",
            Text = "电梯又坏了",
            Time = at,
        };
        NewTicket opened = new((Category)(kind % 5), kind % 3 == 0 ? "电梯" : "路灯", (Urgency)(kind % 4), $"{kind % 4}号楼", null, null, [report]);
        Ticket ticket = Ticket.Open(number, opened, at, deadlines);
        Live(ticket, kind % 13, at, deadlines);
        return ticket;
    }

    private static void Live(Ticket ticket, int kind, DateTimeOffset at, TicketDeadlines deadlines)
    {
        if (kind is 1 or > 3) { ticket.Contact("电话说了", "周敏", at.AddMinutes(5)); }
        if (kind == 2) { ticket.Reject("闲聊", "周敏", at.AddMinutes(5)); }
        if (kind == 3) { ticket.Close("等大修基金", told: true, "周敏", at.AddMinutes(5)); }
        if (kind > 4) { ticket.Resolve("换了", null, "周敏", at.AddMinutes(10)); }
        if (kind is 6 or 8) { ticket.Verify("周敏", at.AddMinutes(12)); }
        if (kind == 7) { ticket.VerifyBySilence(7, at.AddMinutes(12)); }
        if (kind == 8) { ticket.Rate(Rating.Satisfied, ticket.Reports[0].Sender, null, "周敏", at.AddMinutes(13)); }
        if (kind == 9) { ticket.Rate(Rating.Unsatisfied, ticket.Reports[0].Sender, null, "周敏", at.AddMinutes(13)); }
        if (kind == 10) { ticket.Reopen("说没好", "周敏", at.AddMinutes(13), deadlines); }
        if (kind == 11) { ticket.Escalate(EscalationLevel.Community, null, "周敏", at.AddMinutes(14), "拖久了"); }
        if (kind == 12) { ticket.SetPrivate(true, "周敏", at.AddMinutes(14)); }
    }
}
