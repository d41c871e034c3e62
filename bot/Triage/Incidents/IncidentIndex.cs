using Bot.Tickets;
using Bot.Triage.Locations;

namespace Bot.Triage.Incidents;

/// <summary>
/// The matters triage can recognise, found by place, by topic, by group and by person, so that a message's cost does not
/// grow with the number of open tickets.
/// </summary>
public sealed class IncidentIndex
{
    private const int PerList = 64;
    private readonly Dictionary<int, Incident> _byTicket = [];
    private readonly Dictionary<(string, string), List<Incident>> _lists = [];

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

    public Incident? FindRejected(int ticket) => _byTicket.GetValueOrDefault(ticket) is { IsOver: true, MergedInto: null } incident ? incident : null;

    /// <summary>Takes in a new ticket or what changed of a known one.</summary>
    public Incident Read(Ticket ticket, Place? place, string? compound)
    {
        if (!_byTicket.TryGetValue(ticket.Number, out Incident? incident))
        {
            _byTicket[ticket.Number] = incident = new Incident(ticket.Number, ticket.Group);
        }

        incident.Read(ticket, place, compound);
        Append(("group", incident.Group), incident);
        Append(("topic", compound + "/" + ticket.Topic), incident);
        if (place?.Building is { } building)
        {
            Append(("place", compound + "/" + building), incident);
        }

        foreach (TicketReport report in ticket.Reports)
        {
            Append(("voice", report.Group + "/" + report.Sender), incident);
        }

        return incident;
    }

    /// <summary>Incidents a message could belong to, the latest of each list first, without repetition.</summary>
    public IEnumerable<Incident> Candidates(string group, string? compound, string sender, string topic, Place? place)
    {
        HashSet<int> seen = [];
        IEnumerable<Incident> all = List(("group", group))
            .Concat(List(("voice", group + "/" + sender)))
            .Concat(List(("topic", compound + "/" + topic)));
        if (place?.Building is { } building)
        {
            all = all.Concat(List(("place", compound + "/" + building)));
        }

        return all.Where(incident => !incident.IsOver && seen.Add(incident.Ticket));
    }

    private IEnumerable<Incident> List((string, string) key) =>
        _lists.TryGetValue(key, out List<Incident>? list) ? Enumerable.Reverse(list) : [];

    private void Append((string, string) key, Incident incident)
    {
        if (!_lists.TryGetValue(key, out List<Incident>? list))
        {
            _lists[key] = list = [];
        }

        if (list.Contains(incident))
        {
            return;
        }

        if (list.Count == PerList)
        {
            list.RemoveAt(0);
        }

        list.Add(incident);
    }
}
