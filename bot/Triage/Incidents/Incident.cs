using Bot.Tickets;
using Bot.Triage.Locations;
using Bot.Triage.Reading;

namespace Bot.Triage.Incidents;

/// <summary>What triage remembers of a ticket in order to recognise its matter again.</summary>
public sealed class Incident(int ticket, string group)
{
    private const int ReportsRead = 40;

    public int Ticket { get; } = ticket;
    public string Group { get; } = group;

    /// <summary>See <see cref="Judging.Scene.ScopeOf"/>.</summary>
    public string? Compound { get; private set; }
    public DateTimeOffset LastHeardAt { get; private set; }
    public Place? Place { get; private set; }
    public string Topic { get; private set; } = Triage.Topics.Other;
    public Category Category { get; private set; }
    public Urgency Urgency { get; private set; }

    /// <summary>Topics named by any of its reports.</summary>
    public UInt128 Topics { get; private set; }
    public HashSet<string> Reporters { get; } = [];

    /// <summary>All who spoke of it.</summary>
    public HashSet<string> Voices { get; } = [];
    public HashSet<int> Bigrams { get; } = [];

    /// <summary>The group was asked to confirm and waits to answer.</summary>
    public bool IsAsked { get; private set; }

    public bool IsEmergency => Urgency == Urgency.Emergency;

    /// <summary>The ticket that took it over.</summary>
    public int? MergedInto { get; private set; }

    /// <summary>No longer to be recognised: rejected, merged, long ended.</summary>
    public bool IsOver { get; set; }

    /// <summary>A need that neighbours can take up: hardship, company, help.</summary>
    public bool IsNeed => Category is Category.Relief or Category.Health;

    /// <summary>Takes over what the ticket says now.</summary>
    public void Read(Ticket ticket, Place? place, string? compound)
    {
        (Place, Compound, Topic, Category, Urgency) = (place, compound, ticket.Topic, ticket.Category, ticket.Urgency);
        IsAsked = ticket.AskedAt is not null;
        MergedInto = ticket.MergedInto;
        IsOver = ticket.State is TicketState.Rejected or TicketState.Merged;
        Topics |= TopicWords.Bit(ticket.Topic);
        foreach (TicketReport report in ticket.Reports.Take(ReportsRead).Concat(ticket.Reports.Skip(ReportsRead).TakeLast(1)))
        {
            LastHeardAt = report.Time > LastHeardAt ? report.Time : LastHeardAt;
            Voices.Add(report.Sender);
            if (report.IsReport)
            {
                Reporters.Add(report.Sender);
                string body = MessageText.Parse(report.Text, [], hasImages: false).Body;
                Words.AddBigrams(body, Bigrams);
                Topics |= TopicWords.Find(body);
            }
        }
    }
}
