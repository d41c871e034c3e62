using Bot.Grids;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Bursts;
using Bot.Triage.Classifier;
using Bot.Triage.Incidents;
using Bot.Triage.Judging;
using Bot.Triage.Learning.Regression;
using Bot.Triage.Reading;

namespace Tests.Evaluation.Links;

/// <summary>Replays a labelled log with its own labels as history and notes, burst by burst, what each message could belong to.</summary>
internal sealed class LinkExamples
{
    private readonly List<LinkExample> _examples = [];
    private readonly Dictionary<string, Ticket> _tickets = [];
    private readonly Dictionary<string, GoldRow> _rows;
    private readonly Dictionary<string, Utterance> _heard = [];
    private readonly GoldLog _gold;
    private readonly string _log;
    private readonly Scene _scene;
    private readonly Splitter _splitter;

    private LinkExamples(GoldLog gold, string log, TriageModel engine)
    {
        (_gold, _log) = (gold, log);
        _rows = gold.Rows.ToDictionary(row => row.Id);
        _scene = new Scene(gold.Directory, new MessageReader(engine, gold.Directory), time => TimeZoneInfo.ConvertTime(time, CommunityClock.China.Zone));
        _splitter = new Splitter(_scene);
    }

    public static IReadOnlyList<LinkExample> Of(GoldLog gold, string log, TriageModel engine)
    {
        LinkExamples examples = new(gold, log, engine);
        BurstTracker bursts = new(BurstTimes.Default);
        foreach (ChatMessage message in gold.Messages)
        {
            examples.Close(bursts, message.Time);
            Finding finding = examples._scene.InItsTime(examples._scene.Reader.Read(message));
            examples._heard[message.Id] = examples._scene.Memory.Hear(message, finding.Body);
            Burst burst = bursts.Add(finding);
            if (finding.Emergency is not null)
            {
                bursts.Close(burst);
                examples.Note(burst.Findings);
            }
        }

        examples.Close(bursts, DateTimeOffset.MaxValue);
        return examples._examples;
    }

    private void Close(BurstTracker bursts, DateTimeOffset now)
    {
        while (bursts.TryTakeDue(now, out Burst burst, out _))
        {
            Note(burst.Findings);
        }
    }

    private void Note(List<Finding> findings)
    {
        if (findings[0].IsStaff && findings.All(finding => finding.Emergency is null))
        {
            foreach (Finding finding in findings)
            {
                Add(2, finding, _scene.Probe(finding));
            }
        }
        else
        {
            (List<Matter> matters, List<Finding> others) = _splitter.Split(findings);
            matters.ForEach(matter => Add(0, matter.Opener, _scene.Probe(matter)));
            foreach (Finding other in others.Where(other => other.Body.Length > 0))
            {
                Add(1, other, _scene.Probe(other));
            }
        }

        foreach (Finding finding in findings)
        {
            Learn(finding);
        }
    }

    private void Add(int speaker, Finding finding, in Probe probe)
    {
        GoldRow row = _rows[finding.Message.Id];
        string? incident = _gold.IncidentOf.GetValueOrDefault(row.Id);
        bool unknown = row.AttachOptional || row.OpenOptional || (row.Kind == "followup" && incident is null);
        if (unknown || _scene.Linked(finding) is not null)
        {
            return;
        }

        Ticket? right = incident is null ? null : _tickets.GetValueOrDefault(incident);
        List<float[]> signals = [];
        int index = -1;
        foreach (Incident candidate in _scene.Incidents.Candidates(probe.Group, probe.Compound, probe.Sender, probe.Topics, probe.Place))
        {
            if (Matching.SameScope(probe, candidate))
            {
                index = candidate.Ticket == right?.Number ? signals.Count : index;
                float[] values = new float[LinkSignals.Names.Count];
                LinkSignals.Fill(probe, candidate, values);
                signals.Add(values);
            }
        }

        if (signals.Count > 0 && (right is null || index >= 0))
        {
            _examples.Add(new LinkExample(speaker, signals, index, _log));
        }
    }

    /// <summary>What the labels say of the message is known from now on.</summary>
    private void Learn(Finding finding)
    {
        GoldRow row = _rows[finding.Message.Id];
        if (!_gold.IncidentOf.TryGetValue(row.Id, out string? incident))
        {
            return;
        }

        if (!_tickets.TryGetValue(incident, out Ticket? ticket))
        {
            GoldRow opener = _rows[incident];
            Matter matter = new() { Opener = finding };
            matter.Add(finding);
            matter.Settle(_scene.Reader);
            _tickets[incident] = ticket = new Ticket { Number = _tickets.Count + 1, Topic = matter.Topic, Matter = "", Group = opener.Group, Category = matter.Category };
        }

        ticket.Location ??= row.Location;
        ticket.Urgency = row.Urgency == "emergency" ? Urgency.Emergency : ticket.Urgency == Urgency.Emergency ? Urgency.Emergency : Urgency.Normal;
        TicketReport report = Reports.Of(finding.Message);
        report.IsReport = row.IsReport;
        ticket.Reports.Add(report);
        _scene.Read(ticket);
        _heard[row.Id].Ticket = ticket.Number;
        _scene.RememberOwn(row.Group, row.Sender, ticket.Number, row.Time);
    }
}
