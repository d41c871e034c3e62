using Bot.Channels.ChatRecord.Reading;

namespace Bot.Channels.ChatRecord;

/// <summary>Finds the message that a line quotes: earlier in the record, or among what is known of the group.</summary>
internal sealed class Answers(IReadOnlyList<RecordLine> lines, Dictionary<int, string> bare, Dictionary<int, string> ids, KnownGroup known)
{
    // A text made to quote everything must not keep everybody waiting
    private const int MostCompared = 5_000_000;

    private int _compared;

    private readonly Dictionary<string, string> _own = Own(lines, ids);
    private readonly ILookup<string, int> _bySender = bare.Keys.ToLookup(i => lines[i].Sender);
    private readonly ILookup<string, KnownMessage> _knownBySender = known.Messages.ToLookup(message => message.Sender);

    public string? Of(int i)
    {
        RecordLine line = lines[i];
        if (line.ReplyTo is { } own) { return _own.GetValueOrDefault(own); }
        if (line is not { Quoted: { } quoted, QuotedSender: { } sender }) { return null; }
        string words = Bare.Of(quoted);
        if (words.Length == 0 || _compared > MostCompared) { return null; }
        // Long words are cut short where they are quoted
        string? start = words.Length >= 8 ? words.TrimEnd('…', '.') : null;
        int here = _bySender[sender].LastOrDefault(other => other < i && IsSame(bare[other]), -1);
        return here >= 0 ? ids[here] : _knownBySender[sender].LastOrDefault(message => IsSame(message.Bare))?.Id;

        bool IsSame(string said)
        {
            _compared++;
            return said == words || (start is not null && said.StartsWith(start, StringComparison.Ordinal));
        }
    }

    private static Dictionary<string, string> Own(IReadOnlyList<RecordLine> lines, Dictionary<int, string> ids)
    {
        Dictionary<string, string> own = [];
        foreach ((int i, string id) in ids)
        {
            if (lines[i].Id is { } written) { own[written] = id; }
        }
        return own;
    }
}
