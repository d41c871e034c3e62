using Bot.Notices;

namespace Bot.Console.Notices;

/// <summary>One planned or past sending in the week.</summary>
/// <param name="Run">Null for what is still planned.</param>
public sealed record WeekLine(DateTimeOffset At, Notice Notice, NoticeRun? Run, NoticeDelivery? Delivery);

/// <param name="Monday">Of the week shown.</param>
/// <param name="Removed">The notice that was just deleted, to be brought back with one tap.</param>
public sealed record NoticesModel(
    DateTime Monday, IReadOnlyList<WeekLine> Lines, IReadOnlyList<Notice> All, bool IsAdmin, Notice? Removed);

/// <summary>One notice: its preview, what can be done, what became of it.</summary>
public sealed record NoticeModel(
    Notice Notice, string Line, int Groups, IReadOnlyList<DateTimeOffset> Next, IReadOnlyList<(NoticeRun Run, NoticeDelivery Delivery)> Runs,
    bool IsAdmin, int UndoSeconds)
{
    public string Act => $"/console/notices/{Notice.Number}";
}

/// <param name="State">Rows of this state alone; null for all, what went wrong first.</param>
/// <param name="HeldSeconds">How long it can still be taken back; 0 when it is on its way.</param>
public sealed record RunModel(
    NoticeRun Run, Notice Notice, NoticeDelivery Delivery, IReadOnlyList<Bot.Messaging.OutboxMessage> Rows, string? State, int HeldSeconds, bool IsAdmin,
    string? Kept = null, string? Error = null)
{
    public string Act => $"/console/notices/runs/{Run.Id}";
}
