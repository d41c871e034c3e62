using Bot.Channels.ChatRecord;
using Bot.Channels.ChatRecord.Reading;

namespace Bot.Console.Records;

/// <param name="Groups">Groups the record may be of instead.</param>
/// <param name="Page">Which page of its lines, from 1.</param>
/// <param name="SenderPage">Which page of its senders, from 1.</param>
/// <param name="KeepDays">How many days words are kept.</param>
public sealed record PreviewModel(PastedRecord Record, RecordPlan Plan, IReadOnlyList<string> Groups, int Page, int SenderPage, int KeepDays)
{
    private const int PerPage = 50;
    private const int SendersPerPage = 40;
    private const int UnreadableShown = 20;

    public string Act => $"/console/records/{Record.Id}";

    public int Messages => New + Known + Old;

    public int New => Plan.Count(LineFate.New);

    public int Known => Plan.Count(LineFate.Known);

    public int Old => Plan.Count(LineFate.TooOld);

    /// <summary>"第3行王姐": whose words are not kept, for the person who knows better.</summary>
    public string RecalledLines => string.Join('、', Plan.Lines.Where(line => line.Line.Kind == LineKind.Recall && line.Line.Text.Length == 0)
        .Take(5).Select(line => $"第{line.Line.Number}行{line.Line.Sender}")) + (Recalled > 5 ? "等" : null);

    public int Recalled => Plan.Lines.Count(line => line.Line.Kind == LineKind.Recall && line.Line.Text.Length == 0);

    public int Unreadable => Plan.Count(LineKind.Unreadable);

    public IEnumerable<PlannedLine> FirstUnreadable => Plan.Lines.Where(line => line.Line.Kind == LineKind.Unreadable).Take(UnreadableShown);

    public IEnumerable<PlannedLine> Lines => Plan.Lines.Skip((Page - 1) * PerPage).Take(PerPage);

    public IEnumerable<RecordSender> Senders => Plan.Senders.Skip((SenderPage - 1) * SendersPerPage).Take(SendersPerPage);

    public int Pages => (Plan.Lines.Count + PerPage - 1) / PerPage;

    public int SenderPages => (Plan.Senders.Count + SendersPerPage - 1) / SendersPerPage;

    public string Address(int page, int senders) => $"{Act}?page={page}&who={senders}";
}
