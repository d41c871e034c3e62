using Bot.Grids;

namespace Bot.Tickets.Deadlines;

/// <summary>What people and groups hear when something falls due: pure text.</summary>
public sealed class DueWords(CommunityDirectory directory, CommunityClock clock)
{
    public DueLine Woken(Ticket ticket, string person) => new(person, ticket.Number, $"{ticket.Number}:{ticket.Version}:wake",
        $"{DueLine.Tag(ticket)}到时间了：您放到稍后的{DueLine.Place(ticket)}。", $"{ticket.Number}号稍后的到时间了");

    public DueLine Near(Ticket ticket, string person, DateTimeOffset now) => new(person, ticket.Number, Key(ticket, ticket.PromisedAt, "near"),
        $"{DueLine.Tag(ticket)}{DueLine.Place(ticket)}：答应{clock.Say(ticket.PromisedAt, now)}前回话，还没有联系记录。",
        $"{ticket.Number}号{clock.Say(ticket.PromisedAt, now)}前要回话");

    public DueLine Missed(Ticket ticket, string person, DateTimeOffset missed, bool heard, DateTimeOffset now) => new(person, ticket.Number, Key(ticket, missed, "missed"),
        $"{DueLine.Tag(ticket)}{DueLine.Place(ticket)}：说好{clock.Say(missed, now)}回话，已经过了。{Again(ticket, heard, now)}",
        $"{ticket.Number}号{clock.Say(missed, now)}该回话没回");

    public DueLine FeedbackNear(Ticket ticket, string person, DateTimeOffset now) => new(person, ticket.Number, Key(ticket, ticket.FeedbackDueAt!.Value, "done-near"),
        $"{DueLine.Tag(ticket)}{DueLine.Place(ticket)}：{clock.Say(ticket.FeedbackDueAt!.Value, now)}前要办完，办不完请改时间并告诉居民。",
        $"{ticket.Number}号{clock.Say(ticket.FeedbackDueAt!.Value, now)}前要办完");

    public DueLine FeedbackMissed(Ticket ticket, string person, DateTimeOffset now) => new(person, ticket.Number, Key(ticket, ticket.FeedbackDueAt!.Value, "done-missed"),
        $"{DueLine.Tag(ticket)}{DueLine.Place(ticket)}：{clock.Say(ticket.FeedbackDueAt!.Value, now)}该办完，已经过了。请尽快办，或者改时间并告诉居民。",
        $"{ticket.Number}号该办完没办完");

    /// <param name="why">What passed, e.g. "说好的时间过了还没回话".</param>
    public DueLine Escalated(Ticket ticket, string person, string why) => new(person, ticket.Number, $"{ticket.Number}:{ticket.Level}:up",
        $"{DueLine.Tag(ticket)}报到{ticket.Level.Title()}，现在由您负责：{DueLine.Place(ticket)}，{why}。",
        $"{ticket.Number}号报到{ticket.Level.Title()}，由您负责");

    /// <summary>The one apology of a missed promise: what was said, who has it now, until when.</summary>
    public string Late(Ticket ticket, DateTimeOffset now)
    {
        string done = ticket.Level > EscalationLevel.Grid ? $"已报{ticket.Level.Title()}" : $"已再催{new TicketReplies(directory, clock).Who(ticket)}";
        return $"{DueLine.Tag(ticket)}说好{clock.Say(ticket.SorryFor!.Value, now)}回您，没做到，抱歉。{done}，{clock.Say(ticket.PromisedAt, now)}前给您准信。";
    }

    private string Again(Ticket ticket, bool heard, DateTimeOffset now) =>
        heard && ticket.PromisedAt > now ? $"已改口{clock.Say(ticket.PromisedAt, now)}前，请马上联系反映人。" : "请马上联系反映人。";

    private static string Key(Ticket ticket, DateTimeOffset deadline, string what) => $"{ticket.Number}:{deadline.ToUnixTimeMilliseconds()}:{what}";
}
