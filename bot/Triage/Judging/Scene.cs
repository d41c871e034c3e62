using System.Buffers;
using Bot.Grids;
using Bot.Tickets;
using Bot.Triage.Incidents;
using Bot.Triage.Locations;
using Bot.Triage.Reading;

namespace Bot.Triage.Judging;

/// <summary>What a judge may look at: the directory, the known matters and what was lately said.</summary>
public sealed class Scene(CommunityDirectory directory, MessageReader reader, Func<DateTimeOffset, DateTimeOffset> clock)
{
    private static readonly SearchValues<string> Smoke = SearchValues.Create(["烟", "火", "警报", "警铃", "警笛", "报警器", "响"], StringComparison.Ordinal);

    private static readonly SearchValues<char> Pauses = SearchValues.Create(" ，,。、！!\n");
    private static readonly TimeSpan Poll = TimeSpan.FromHours(48);

    /// <summary>How long the reporter's place answers a person's question.</summary>
    public static readonly TimeSpan AnswersPlace = TimeSpan.FromHours(24);

    private const int MostPlaces = 200_000;
    private readonly Dictionary<(string Location, string Group), Place> _places = [];
    private readonly Dictionary<(string Group, string Sender), (int Ticket, DateTimeOffset At)> _lastOwn = [];

    public MessageReader Reader { get; } = reader;

    public IncidentIndex Incidents { get; } = new();

    public GroupMemory Memory { get; } = new();

    /// <summary>Announced drills; few, the past ones are dropped.</summary>
    private readonly List<(DateTimeOffset Announced, DateTimeOffset From, DateTimeOffset To)> _drills = [];

    public void Announce(ChatMessage notice)
    {
        if (DrillNotice.Read(notice.Text, clock(notice.Time)) is { } drill)
        {
            _drills.RemoveAll(past => past.To < notice.Time);
            (DateTimeOffset, DateTimeOffset, DateTimeOffset) known = (notice.Time, drill.From, drill.To);
            if (!_drills.Contains(known))
            {
                _drills.Add(known);
            }
        }
    }

    /// <summary>The finding as it is to be taken at its time: smoke and sirens of an announced drill are none.</summary>
    public Finding InItsTime(Finding finding)
    {
        bool drill = finding.Emergency is null or EmergencySort.Fire or EmergencySort.Other or EmergencySort.Gas
            && finding.Body.AsSpan().ContainsAny(Smoke)
            && _drills.Any(drill => drill.Announced <= finding.Message.Time && drill.From <= finding.Message.Time && finding.Message.Time <= drill.To);
        if (drill && (finding.Emergency is not null || finding.Prediction[Kind.Issue] < 0.6f)) { return finding with { Emergency = null, InDrill = true }; }
        return Votes(finding) ? finding with { Doubts = finding.Doubts | Doubts.Vote } : finding;
    }

    /// <summary>Begins with one of the choices of a poll posted not long ago: a vote and perhaps its reason.</summary>
    private bool Votes(Finding finding)
    {
        int end = finding.Body.AsSpan().IndexOfAny(Pauses);
        string choice = end < 0 ? finding.Body : finding.Body[..end];
        return choice.Length is >= 2 and <= 8 && Memory.Polls(finding.Message.Group)
            .Any(heard => finding.Message.Time - heard.Time <= Poll && heard.Body.Contains(choice, StringComparison.Ordinal));
    }

    /// <summary>The ticket the sender's last burst belonged to, and when that was.</summary>
    public (Incident Incident, DateTimeOffset At)? LastOwn(string group, string sender) =>
        _lastOwn.TryGetValue((group, sender), out (int Ticket, DateTimeOffset At) last) && Incidents.Find(last.Ticket) is { } incident
            ? (incident, last.At) : null;

    /// <summary>As <see cref="LastOwn"/>, for the answer to where it is: time counts from when a person asked; a quote of the question names it too.</summary>
    public (Incident Incident, DateTimeOffset At)? AskedOwn(Finding finding)
    {
        (Incident Incident, DateTimeOffset At)? own = LastOwn(finding.Message.Group, finding.Message.Sender);
        Incident? asked = own?.Incident ?? (Linked(finding) is { } linked && linked.Reporters.Contains(finding.Message.Sender) ? linked : null);
        return asked is { AwaitsPlace: true, PlaceAskedAt: { } at } && at <= finding.Message.Time ? (asked, own?.At > at ? own.Value.At : at) : own;
    }

    public void RememberOwn(string group, string sender, int ticket, DateTimeOffset at) => _lastOwn[(group, sender)] = (ticket, at);

    public bool IsStaff(string person, string group) => directory.People.Any(known =>
        known.Role != PersonRoles.Resident && (known.Name == person || known.Title == person)) || directory.RoleOf(person, group) != PersonRoles.Resident
        || Memory.SpeaksAsStaff(group, person);

    /// <summary>Takes in a new ticket or what changed of a known one.</summary>
    public void Read(Ticket ticket, bool atStart = false)
    {
        Place? place = ticket.Location is { } location ? Parsed(location, ticket.Group) : null;
        Incidents.Read(ticket, place, ScopeOf(ticket.Group, place), atStart);
    }

    // Tickets repeat places: read once, kept once
    private Place Parsed(string location, string group)
    {
        if (_places.TryGetValue((location, group), out Place? known))
        {
            return known;
        }

        if (_places.Count >= MostPlaces)
        {
            _places.Clear();
        }

        return _places[(location, group)] = Place.Parse(location, directory, group);
    }

    /// <summary>A matter as if its ticket were open already, to compare another with it.</summary>
    public Incident Imagine(Matter matter)
    {
        Finding opener = matter.Opener;
        Ticket ticket = new() { Topic = matter.Topic, Matter = "", Group = opener.Message.Group, Category = matter.Category, Urgency = matter.Urgency };
        ticket.Reports.AddRange(matter.Parts.Select(part => Reports.Of(part.Message)));
        Incident incident = new(0, opener.Message.Group);
        incident.Read(ticket, matter.Place, ScopeOf(opener.Message.Group, matter.Place), name => name);
        return incident;
    }

    /// <summary>What separates the places of one group from another's: its compound, or the one the place names.</summary>
    public string? ScopeOf(string group, Place? place) =>
        directory.IsCommunityWide(group) ? place?.Compound : directory.CompoundOf(group)?.Name ?? group;

    public Probe Probe(Matter matter)
    {
        Finding opener = matter.Opener;
        return Remembering(new Probe(opener.Message.Group, ScopeOf(opener.Message.Group, matter.Place), opener.Message.Sender, opener.Message.Time,
            matter.Place, Reader.Home(opener.Message), matter.Topic, matter.Topics, opener.Topics != 0 || matter.Emergency is not null, matter.Bigrams, matter.Emergency is not null)
        {
            TopicScores = matter.Prediction.TopicScores,
            Said = opener,
        });
    }

    public Probe Probe(Finding finding)
    {
        HashSet<int> bigrams = [];
        Words.AddBigrams(finding.Body, bigrams);
        string topic = TopicChoice.Choose(finding.Prediction, finding.Topics);
        Place? place = finding.Place?.Place;
        return Remembering(new Probe(finding.Message.Group, ScopeOf(finding.Message.Group, place), finding.Message.Sender, finding.Message.Time,
            place, Reader.Home(finding.Message), topic, finding.Topics | TopicWords.Bit(topic), finding.Topics != 0, bigrams, finding.Emergency is not null)
        {
            TopicScores = finding.Prediction.TopicScores,
            Said = finding,
        });
    }

    private Probe Remembering(in Probe probe) => probe with
    {
        LastOwn = _lastOwn.TryGetValue((probe.Group, probe.Sender), out (int Ticket, DateTimeOffset At) own) ? own.Ticket : null,
        SinceOwn = probe.Time - own.At,
        Raised = Memory.Raised(probe.Group, probe.Time),
    };

    /// <summary>The matter whose number is named though a person has rejected it: the word is kept there.</summary>
    public Incident? NamedThoughRejected(Finding finding) =>
        TicketMention.Read(finding.Body, finding.Text.Quoted) is { } number ? Incidents.FindRejected(number) : null;

    /// <summary>The known matter a number, a quote or a reply link points at.</summary>
    public Incident? Linked(Finding finding)
    {
        if (TicketMention.Read(finding.Body, finding.Text.Quoted) is { } number && Incidents.Find(number) is { } named)
        {
            return named;
        }

        Utterance? heard = finding.Message.ReplyTo is { } id ? Memory.ById(finding.Message.Group, id) : null;
        heard ??= finding.Text.Quoted is { } quoted ? Memory.Quoted(finding.Message.Group, finding.Text.QuotedSender, quoted) : null;
        return heard?.Ticket is { } ticket ? Incidents.Find(ticket) : null;
    }

    /// <summary>The matter the group was just talking about; none when an announcement or a poll came after it.</summary>
    public Incident? JustRaised(string group, DateTimeOffset now, TimeSpan within)
    {
        foreach (Utterance heard in Memory.Lately(group).Where(heard => now - heard.Time <= within))
        {
            if (heard.Announces)
            {
                return null;
            }

            if (heard.Ticket is { } ticket && Incidents.Find(ticket) is { } incident)
            {
                return incident;
            }
        }

        return null;
    }

    /// <summary>An emergency of this group that is still going on.</summary>
    public Incident? RunningEmergency(string group, DateTimeOffset now, TimeSpan? within = null)
    {
        foreach (Utterance heard in Memory.Lately(group).Where(heard => now - heard.Time <= (within ?? TimeSpan.FromMinutes(20))))
        {
            if (heard.Ticket is { } ticket && Incidents.Find(ticket) is { IsEmergency: true } incident)
            {
                return incident;
            }
        }

        return null;
    }

    /// <summary>A need raised within the hour by someone else, which the words may take up.</summary>
    public Incident? JustNeeded(Finding finding) =>
        JustRaised(finding.Message.Group, finding.Message.Time, TimeSpan.FromHours(1)) is { IsNeed: true, Topic: not "走失" } need
        && !need.Reporters.Contains(finding.Message.Sender) ? need : null;

    /// <summary>Whether the group's last word of staff was an announcement, not long ago.</summary>
    public bool JustAnnounced(string group, DateTimeOffset now) =>
        Memory.Lately(group).Any(heard => heard.Announces && now - heard.Time <= TimeSpan.FromMinutes(60));

    /// <summary>The matter with the highest score; of equals the one heard of last, then the group's own, then the later one.</summary>
    public (Incident? Incident, double Score) Best(in Probe probe, Func<Probe, Incident, double> score)
    {
        (Incident? best, double top) = (null, double.NegativeInfinity);
        foreach (Incident incident in Incidents.Candidates(probe.Group, probe.Compound, probe.Sender, probe.Topics, probe.Place))
        {
            double value = score(probe, incident);
            if (value > top || (best is not null && value == top && IsNearer(probe, incident, best)))
            {
                (best, top) = (incident, value);
            }
        }

        return (best, top);
    }

    private static bool IsNearer(in Probe probe, Incident incident, Incident other)
    {
        if (incident.LastHeardAt != other.LastHeardAt)
        {
            return incident.LastHeardAt > other.LastHeardAt;
        }

        bool own = incident.Group == probe.Group, otherOwn = other.Group == probe.Group;
        return own == otherOwn ? incident.Ticket > other.Ticket : own;
    }
}
