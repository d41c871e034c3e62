using Bot.Channels.ChatRecord.Reading;
using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Privacy;

namespace Bot.Channels.ChatRecord;

public enum LineFate
{
    /// <summary>No message, or one that was taken back.</summary>
    None,
    New,

    /// <summary>An earlier record brought it, or a channel heard it.</summary>
    Known,

    /// <summary>Its sender wishes not to be recorded, or wishes so with it.</summary>
    Unrecorded,

    /// <summary>Said longer ago than words are kept; stored, it would be deleted again, and what was deleted would return.</summary>
    TooOld,
}

/// <summary>A line of a record and what would become of it.</summary>
/// <param name="Time">Null for what is no message.</param>
/// <param name="IsBotWord">Whether it repeats what the bot was to say.</param>
public sealed record PlannedLine(RecordLine Line, LineFate Fate, SenderRole Role, DateTimeOffset? Time, string? MessageId, string? ReplyTo, bool IsBotWord)
{
    /// <summary>Drafts it settles.</summary>
    internal IReadOnlyList<long> Drafts { get; init; } = [];

    /// <summary>What its sender wishes with it about being recorded.</summary>
    internal Wish Wish { get; init; }

    /// <summary>Whether that is news: the wish did not stand already.</summary>
    internal bool Turns { get; init; }

    /// <summary>As it is stored: what it answers stands in it only where the message itself is not known.</summary>
    public string Text => Line is { Quoted: { } quoted, QuotedSender: { } sender } && ReplyTo is null ? Quotes.Join(Line.Text, sender, quoted) : Line.Text;
}

/// <param name="Role">As found or as a person said.</param>
public sealed record RecordSender(string Name, int Messages, SenderRole Role);

/// <summary>What taking in a record would do; shown before it is done, and done the same.</summary>
public sealed record RecordPlan(IReadOnlyList<PlannedLine> Lines, Timeline Timeline, IReadOnlyList<RecordSender> Senders)
{
    public int Count(LineFate fate) => Lines.Count(line => line.Fate == fate);

    public int Count(LineKind kind) => Lines.Count(line => line.Line.Kind == kind);

    /// <summary>Lines of the pasted text that hold anything.</summary>
    public int LinesRead => Lines.Sum(line => line.Line.LastNumber - line.Line.Number + 1);

    // In the order they were said: what came before 不要记录我 is taken in, what came after is not, nor what others quote of it
    private static PlannedLine[] Heed(IReadOnlyList<PlannedLine> lines, CommunityDirectory directory, KnownGroup known, DateTimeOffset? oldest)
    {
        Dictionary<string, bool> off = [];
        bool IsOff(string sender) => off.TryGetValue(sender, out bool said) ? said : known.IsUnrecorded(sender);
        PlannedLine Heed(PlannedLine line)
        {
            if (line.Fate != LineFate.New) { return line; }
            bool isOld = line.Time < oldest;
            if (line.Role == SenderRole.Bot) { return isOld ? line with { Fate = LineFate.TooOld } : line; }
            string sender = line.Line.Sender;
            bool was = IsOff(sender);
            Wish wish = Wishes.In(line.Line.Text, directory.BotNames);
            // what was allowed long ago does not undo what was wished since
            if (isOld && wish == Wish.Recorded && known.IsUnrecorded(sender)) { wish = Wish.None; }
            if (wish != Wish.None) { off[sender] = wish == Wish.Unrecorded; }
            if (isOld) { return line with { Fate = LineFate.TooOld }; }
            bool wished = wish == Wish.Unrecorded || (wish == Wish.Recorded && was);
            if (wished || IsOff(sender)) { return line with { Fate = LineFate.Unrecorded, Wish = wished ? wish : Wish.None, Turns = wished && was != (wish == Wish.Unrecorded) }; }
            return line.Line.QuotedSender is { } quoted && IsOff(quoted) ? line with { Line = line.Line with { Quoted = null, QuotedSender = null } } : line;
        }
        return [.. lines.Select(Heed)];
    }

    /// <param name="oldest">What was said before is not taken in.</param>
    internal static RecordPlan Of(
        PastedRecord record, CommunityDirectory directory, KnownGroup known, CommunityClock clock, DateTimeOffset now, DateTimeOffset? oldest = null)
    {
        IReadOnlyList<RecordLine> lines = StoredLines.Read(record.Lines);
        IReadOnlyDictionary<string, SenderRole> said = StoredRoles.Read(record.Roles);
        Timeline timeline = Timeline.Of(lines, record.Day, clock.Local(now));
        SenderRole RoleOf(RecordLine line) =>
            said.TryGetValue(line.Sender, out SenderRole role) ? role : line.Role ?? SenderGuess.Of(line.Sender, directory);

        IReadOnlyList<PlannedLine> planned = Heed(new Planning(record.Id, lines, timeline, known, RoleOf, clock, now).Run(), directory, known, oldest);
        RecordSender[] senders = [.. planned.Where(line => line.Line.Kind == LineKind.Message).GroupBy(line => line.Line.Sender)
            .Select(each => new RecordSender(each.Key, each.Count(), RoleOf(each.First().Line)))
            .OrderBy(sender => sender.Role == SenderRole.Resident).ThenByDescending(sender => sender.Messages).ThenBy(sender => sender.Name, StringComparer.Ordinal)];
        return new RecordPlan(planned, timeline, senders);
    }
}
