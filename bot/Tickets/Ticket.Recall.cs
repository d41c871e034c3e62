using Bot.Messaging;

namespace Bot.Tickets;

// A resident takes words back
public sealed partial class Ticket
{
    /// <summary>Hides the report. A ticket that rests on nothing else goes back to 待审, as far as nobody has finished it.</summary>
    /// <returns>Whether it rests on nothing else.</returns>
    public bool Recall(TicketReport report, DateTimeOffset at)
    {
        if (report.RecalledAt is not null) { return false; }
        (report.Text, report.Images, report.RecalledAt) = (Message.Hidden, [], at);
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
