using Bot.Tickets;
using Bot.Triage.Locations;

namespace Bot.Triage.Incidents;

/// <summary>
/// The matters triage can recognise. A message is compared only with the latest <see cref="LatestByKey.Kept"/> under each of its
/// keys (<see cref="IncidentKeys"/>), so that its cost does not grow with the number of open tickets; what so many others of the
/// same place and thing came after is recognised by its number or a quote alone. Forgets what ended 90 days ago.
/// </summary>
public sealed class IncidentIndex
{
    public static readonly TimeSpan Known = TimeSpan.FromDays(90);

    private readonly Dictionary<int, Incident> _byTicket = [];
    private readonly Dictionary<string, string> _names = [];
    private readonly LatestByKey _latest = new();
    private readonly PriorityQueue<int, DateTimeOffset> _ended = new();
    private readonly List<ulong> _keys = [];
    private int _search;
    private DateTimeOffset _now = DateTimeOffset.MinValue;

    public int Count => _byTicket.Count;

    /// <summary>The ticket's matter, or the one it was merged into; null when it is unknown or was rejected.</summary>
    public Incident? Find(int ticket)
    {
        Incident? incident = _byTicket.GetValueOrDefault(ticket);
        while (incident?.MergedInto is { } into)
        {
            incident = _byTicket.GetValueOrDefault(into);
        }

        return incident is { IsOver: false } ? incident : null;
    }

    /// <summary>Whatever is known of the ticket, over or not.</summary>
    internal Incident? Any(int ticket) => _byTicket.GetValueOrDefault(ticket);

    public Incident? FindRejected(int ticket) => _byTicket.GetValueOrDefault(ticket) is { IsOver: true, MergedInto: null } incident ? incident : null;

    /// <summary>Takes in a new ticket or what changed of a known one.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="place">Its location, read.</param>
    /// <param name="compound">Its compound.</param>
    /// <param name="atStart">Whether <see cref="FileInOrder"/> follows once all are read.</param>
    public Incident Read(Ticket ticket, Place? place, string? compound, bool atStart = false)
    {
        bool isNew = !_byTicket.TryGetValue(ticket.Number, out Incident? incident);
        incident ??= _byTicket[ticket.Number] = new Incident(ticket.Number, Shared(ticket.Group));
        (Place? where, string? scope, UInt128 topics, DateTimeOffset heard) = (incident.Place, incident.Compound, incident.Topics, incident.LastHeardAt);
        int read = incident.Read(ticket, place, compound is null ? null : Shared(compound), Shared);
        if (atStart)
        {
            FilePeople(incident, ticket.Reports.Where(report => report.Group != ticket.Group));
        }
        else if (isNew || incident.LastHeardAt != heard || incident.Topics != topics || !Equals(where, place))
        {
            File(incident, ticket.Reports.Skip(scope == incident.Compound ? read : 0));
        }

        Forget(incident);
        return incident;
    }

    /// <summary>Files everything anew in the order in which it was heard of.</summary>
    public void FileInOrder()
    {
        foreach (Incident incident in _byTicket.Values.OrderBy(each => each.LastHeardAt).ThenBy(each => each.Ticket))
        {
            AddAllKeys(incident);
            File(incident);
        }
    }

    /// <summary>Incidents a message could belong to, each once.</summary>
    public IEnumerable<Incident> Candidates(string group, string? compound, string sender, UInt128 topics, Place? place)
    {
        int search = ++_search;
        _keys.Clear();
        IncidentKeys.Add(_keys, group, compound, topics, place);
        IncidentKeys.AddNowhere(_keys, group, compound, topics);
        IncidentKeys.AddPerson(_keys, group, compound, sender);
        int[] found = new int[LatestByKey.Kept];
        foreach (ulong key in _keys.ToArray())
        {
            int count = _latest.Of(key, found).Length;
            for (int index = 0; index < count; index++)
            {
                if (_byTicket.TryGetValue(found[index], out Incident? incident) && incident.LookedAt != search)
                {
                    incident.LookedAt = search;
                    if (!incident.IsOver)
                    {
                        yield return incident;
                    }
                }
            }
        }
    }

    private void AddAllKeys(Incident incident)
    {
        AddKeys(incident);
        foreach (string name in incident.Voices.All)
        {
            IncidentKeys.AddPerson(_keys, incident.Group, incident.Compound, name);
        }
    }

    private void AddKeys(Incident incident)
    {
        _keys.Clear();
        IncidentKeys.Add(_keys, incident.Group, incident.Compound, incident.Topics, incident.Place);
        if (incident.Place is null)
        {
            IncidentKeys.AddNowhere(_keys, incident.Group, incident.Compound, incident.Topics);
        }
    }

    private void File(Incident incident, IEnumerable<TicketReport> reports)
    {
        AddKeys(incident);
        File(incident);
        FilePeople(incident, reports);
    }

    private void FilePeople(Incident incident, IEnumerable<TicketReport> reports)
    {
        _keys.Clear();
        foreach (TicketReport report in reports)
        {
            IncidentKeys.AddPerson(_keys, report.Group, incident.Compound, report.Sender);
        }

        File(incident);
    }

    private void File(Incident incident)
    {
        foreach (ulong key in _keys)
        {
            _latest.Add(key, incident.Ticket);
        }
    }

    private void Forget(Incident read)
    {
        _now = read.LastHeardAt > _now ? read.LastHeardAt : _now;
        if (read.EndedAt is { } ended)
        {
            _ended.Enqueue(read.Ticket, ended);
        }

        while (_ended.TryPeek(out int ticket, out DateTimeOffset at) && at < _now - Known)
        {
            _ended.Dequeue();
            if (_byTicket.GetValueOrDefault(ticket) is { } incident && incident.EndedAt == at)
            {
                Remove(incident);
            }
        }
    }

    private void Remove(Incident incident)
    {
        _byTicket.Remove(incident.Ticket);
        AddAllKeys(incident);
        foreach (ulong key in _keys)
        {
            _latest.Remove(key, incident.Ticket);
        }
    }

    // The same people and groups are named by many tickets
    private string Shared(string name) =>
        _names.TryGetValue(name, out string? known) ? known : _names[name] = name;
}
