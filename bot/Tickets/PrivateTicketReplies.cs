using Bot.Grids;
using Bot.Messaging;

namespace Bot.Tickets;

/// <summary>What the group hears of a private matter: its number and who calls, never the place or what it is about.</summary>
internal static class PrivateTicketReplies
{
    /// <returns>Null where the usual words name nothing: the fixed lines of emergencies.</returns>
    public static string? For(Heard heard, Ticket ticket, string to, string who, CommunityClock clock, DateTimeOffset now)
    {
        string tag = $"【{ticket.Number}号】";
        string until = clock.Say(ticket.PromisedAt, now);
        return heard switch
        {
            Heard.Receipt => $"{SafeWords.Call(to)}记下了（{ticket.Number}号），{SafeWords.Join(who, until)}前私下联系您。",
            Heard.Urged => $"{tag}收到，已催{who}，{until}前私下联系您。",
            Heard.HalfDone => $"{tag}有进展了，{who}私下告诉您。",
            Heard.PromiseChanged => $"{tag}时间有变，{SafeWords.Join(who, until)}前私下联系您，抱歉。",
            Heard.Resolved => $"{tag}有结果了，{who}私下告诉您。好了回“{ticket.Number}好了”，没好回“{ticket.Number}没好”。",
            Heard.ClosedUnfixed => $"{tag}有回音了，{who}私下告诉您。",
            Heard.PlaceAsked => $"{tag}{who}会私下联系您。",
            Heard.HandedAgain => $"{tag}{SafeWords.Join(who, until)}前私下联系您。",
            Heard.HandedOn => $"{tag}{who}会私下联系您。",
            _ => null,
        };
    }
}
