using Bot.Triage.Learning.Regression;

namespace Tests.Evaluation.Scoring;

/// <summary>When the bot should have spoken: one duty per question, or per burst of one person about one incident.</summary>
internal sealed class SpeechDuties
{
    private static readonly TimeSpan Burst = TimeSpan.FromMinutes(3);

    private readonly List<GoldRow> _needless = [];
    private readonly List<GoldRow> _missing = [];
    private readonly GoldThread _gold;
    private int _met;
    private int _quiet;

    public SpeechDuties(GoldThread gold, Func<GoldRow, bool> replies)
    {
        _gold = gold;
        foreach (IGrouping<string, GoldRow> duty in Duties()) { Judge(duty, replies); }
    }

    public Ratio Score => new(_met, _needless.Count, _missing.Count);

    public IEnumerable<Figure> Figures =>
    [
        new("speak.precision", Figure.Share(_met, _met + _needless.Count)), new("speak.recall", Figure.Share(_met, _met + _missing.Count)), new("speak.f1", Score.F1),
        new("speak.silent_recall", Figure.Share(_quiet, _quiet + _needless.Count)), new("speak.fp", _needless.Count), new("speak.fn", _missing.Count),
    ];

    public IEnumerable<Mistake> Mistakes => [.. Mistake.Of("spoke_wrongly", _needless), .. Mistake.Of("silent_wrongly", _missing)];

    private void Judge(IGrouping<string, GoldRow> duty, Func<GoldRow, bool> replies)
    {
        GoldRow[] scored = [.. duty.Where(row => !row.ReplyOptional)], spoken = [.. scored.Where(replies)];
        int wanted = scored.Count(row => row.ShouldReply);
        if (wanted > 0)
        {
            bool spoke = duty.Any(replies);
            _met += spoke ? 1 : 0;
            if (!spoke) { _missing.Add(scored.First(row => row.ShouldReply)); }
            _needless.AddRange(spoken.Skip(wanted));
        }
        else if (scored.Length > 0 && !duty.Any(row => row is { ReplyOptional: true, ShouldReply: true }))
        {
            _quiet += spoken.Length == 0 ? 1 : 0;
            _needless.AddRange(spoken);
        }
    }

    private IEnumerable<IGrouping<string, GoldRow>> Duties()
    {
        Dictionary<string, string> duties = [];
        Dictionary<(string Incident, string Sender), GoldRow> last = [];
        foreach (GoldRow row in _gold.Rows)
        {
            duties[row.Id] = row.ReplyGroup is { } named ? "g:" + named : row.Id;
            if (row.ReplyGroup is null && _gold.IncidentOf.TryGetValue(row.Id, out string? incident))
            {
                bool goesOn = last.TryGetValue((incident, row.Sender), out GoldRow? before) && row.Time - before.Time <= Burst;
                duties[row.Id] = goesOn ? duties[before!.Id] : row.Id;
                last[(incident, row.Sender)] = row;
            }
        }

        return _gold.Rows.GroupBy(row => duties[row.Id]);
    }
}
