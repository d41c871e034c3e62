using Bot.Messaging;
using Bot.Messaging.Receiving;

namespace Bot.Tickets;

// A resident takes words back
public sealed partial class Ticket
{
    /// <summary>Hides the report. A ticket that rests on nothing else goes back to 待审, as far as nobody has finished it.</summary>
    /// <param name="report">One of its own.</param>
    /// <param name="words">What it said.</param>
    /// <param name="at">When it was taken back.</param>
    /// <returns>Whether it rests on nothing else.</returns>
    public bool Recall(TicketReport report, string words, DateTimeOffset at)
    {
        if (report.RecalledAt is not null) { return false; }
        (report.Text, report.Images, report.Phone, report.RecalledAt) = (Message.Hidden, [], null, at);
        if (Left == words || (Left is { } left && QuotedWords.Without(left, words) is not null)) { Left = Message.Hidden; }
        foreach (TicketEvent line in History.Where(line => line.HoldsResidentsWords && line.Note is { } note && QuotedWords.Without(note, words) is not null)) { line.Note = null; }
        bool alone = report.IsReport && !Reports.Any(other => other.IsReport && other.RecalledAt is null);
        if (alone && IsOpen)
        {
            EndSnooze();
            State = TicketState.Captured;
            (AcceptedAt, Assignee, AssigneeKind, Dispatcher, IsPhoned, DispatchedAt, TakenAt) = (null, null, HandlerKind.Person, null, false, null, null);
        }
        Record(TicketEventKind.Recalled, report.Sender, at, alone && IsOpen ? "没有别人报过，请再看看要不要办" : null);
        return alone;
    }
}
