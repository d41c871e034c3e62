using Bot.Channels.ChatRecord.Reading;
using Bot.Grids;
using Bot.Messaging;

namespace Bot.Channels.ChatRecord;

/// <summary>Works out what each line of a record is: new, known, the bot's own; its id, its time, what it answers.</summary>
internal sealed class Planning(
    int record, IReadOnlyList<RecordLine> lines, Timeline timeline, KnownGroup known, Func<RecordLine, SenderRole> roleOf,
    CommunityClock clock, DateTimeOffset now)
{
    // A record without times is taken as said one line after the other, just now
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    // What a channel heard itself came a little later than it was said
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(2);

    // How many more lines than a record has are compared with it
    private const int Further = 3_000;

    private readonly int[] _said = [.. Enumerable.Range(0, lines.Count).Where(i => lines[i].Kind == LineKind.Message)];
    private readonly Dictionary<int, KnownMessage> _known = [];
    private readonly Dictionary<int, string> _ids = [];
    private readonly Dictionary<int, DateTimeOffset> _times = [];
    private readonly Dictionary<int, string> _bare = [];
    private readonly HashSet<long> _settled = [];

    public IReadOnlyList<PlannedLine> Run()
    {
        foreach (int i in _said) { _bare[i] = Bare.Of(lines[i].Text); }
        if (timeline.HasTimes) { Recognise(); } else { Align(); }
        ILookup<string, BotWord> words = known.Words.ToLookup(word => word.Bare);
        Answers answers = new(lines, _bare, _ids, known);
        return [.. lines.Select((line, i) => line.Kind == LineKind.Message
            ? Message(i, [.. words[_bare[i]]], answers.Of(i))
            : new PlannedLine(line, LineFate.None, SenderRole.Resident, null, null, null, IsBotWord: false))];
    }

    private PlannedLine Message(int i, IReadOnlyList<BotWord> words, string? replyTo)
    {
        SenderRole role = words.Count > 0 ? SenderRole.Bot : roleOf(lines[i]);
        return new PlannedLine(lines[i], _known.ContainsKey(i) ? LineFate.Known : LineFate.New, role, _times[i], _ids[i], replyTo, words.Count > 0)
        {
            Drafts = SettledBy(i, words) is { } draft ? [draft] : [],
        };
    }

    // The same words may have stood in the group before: an old line says nothing of a new draft, and one line is one draft
    private long? SettledBy(int i, IReadOnlyList<BotWord> words) => _known.ContainsKey(i) ? null
        : words.FirstOrDefault(word => word.Waits && _times[i] >= word.CreatedAt - Delay && _settled.Add(word.Row))?.Row;

    private void Recognise()
    {
        Dictionary<string, KnownMessage> byId = known.Messages.Where(message => message.Recorded).ToDictionary(message => message.Id);
        ILookup<(string, string), KnownMessage> heard = known.Messages.Where(message => !message.Recorded).ToLookup(message => (message.Sender, message.Bare));
        Dictionary<(string, string, long), int> occurrences = [];
        foreach (int i in _said)
        {
            // The id is made of the time that was told, whatever our own clock says when it is pasted
            DateTimeOffset time = clock.Instant(timeline.Times[i]!.Value);
            _times[i] = Earlier(time, now);
            (string, string, long) same = (lines[i].Sender, _bare[i], time.ToUnixTimeSeconds() / 60);
            int occurrence = occurrences[same] = occurrences.GetValueOrDefault(same, -1) + 1;
            _ids[i] = Fingerprint.Of(lines[i].Sender, _bare[i], time, occurrence);
            if ((byId.GetValueOrDefault(_ids[i]) ?? heard[(lines[i].Sender, _bare[i])].FirstOrDefault(message => (message.Time - time).Duration() <= Delay)) is { } message)
            {
                Know(i, message);
            }
        }
        KnownMessage[] untimed = [.. known.Messages.Where(message => message.Recorded && Fingerprint.IsUntimed(message.Id))];
        AlignWith(untimed, [.. _said.Where(i => !_known.ContainsKey(i))]);
    }

    private void Align()
    {
        AlignWith([.. known.Messages.Where(message => message.Recorded).TakeLast(_said.Length + Further)], _said);
        DateTimeOffset after = now;
        for (int n = _said.Length - 1; n >= 0; n--)
        {
            int i = _said[n];
            if (_known.TryGetValue(i, out KnownMessage? message)) { after = message.Time; } else { after -= Pace; }
            _times[i] = after;
            if (!_known.ContainsKey(i)) { _ids[i] = Fingerprint.Of(record, lines[i].Number); }
        }
        KeepOrder();
    }

    // What was said between two known lines lies between their times, however close they are
    private void KeepOrder()
    {
        for (int n = 1; n < _said.Length; n++)
        {
            (int i, int before) = (_said[n], _said[n - 1]);
            if (!_known.ContainsKey(i) && _times[i] < _times[before]) { _times[i] = _times[before]; }
        }
    }

    private void AlignWith(KnownMessage[] messages, int[] places)
    {
        int[] found = Alignment.Of([.. places.Select(Key)], [.. messages.Select(message => $"{message.Sender}\n{message.Bare}")]);
        for (int n = 0; n < places.Length; n++)
        {
            if (found[n] >= 0) { Know(places[n], messages[found[n]]); }
        }
    }

    private string Key(int i) => $"{lines[i].Sender}\n{_bare[i]}";

    private void Know(int i, KnownMessage message) => (_known[i], _ids[i]) = (message, message.Id);

    private static DateTimeOffset Earlier(DateTimeOffset time, DateTimeOffset now) => time < now ? time : now;
}
