using Bot.Tickets;
using Bot.Triage.Locations;
using Bot.Triage.Reading;

namespace Bot.Triage.Incidents;

/// <summary>What triage remembers of a ticket in order to recognise its matter again. Small: there is one for every open ticket.</summary>
public sealed class Incident(int ticket, string group)
{
    private const int ReportsRead = 40;
    private string[] _names = [];
    private int[] _bigrams = [];
    private ushort _reporters;
    private ushort _voices;
    private int _read;
    private int _lastRead;

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

    public People Reporters => new(_names, _reporters);

    /// <summary>All who spoke of it.</summary>
    public People Voices => new(_names, _voices);

    /// <summary>Word pairs of its reports, in order.</summary>
    public ReadOnlySpan<int> Bigrams => _bigrams;

    /// <summary>The group was asked to confirm and waits to answer.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>When the group was thanked and asked what it was worth; null while it was not.</summary>
    public DateTimeOffset? RatingAskedAt { get; private set; }

    /// <summary>When a person asked the group where it is; null while nobody did.</summary>
    public DateTimeOffset? PlaceAskedAt { get; private set; }

    public bool AwaitsPlace => Place is null && PlaceAskedAt is not null;

    public bool IsEmergency => Urgency == Urgency.Emergency;

    /// <summary>The ticket that took it over.</summary>
    public int? MergedInto { get; private set; }

    /// <summary>No longer to be recognised: rejected or merged.</summary>
    public bool IsOver { get; private set; }

    /// <summary>When it was closed, or last heard of when it was rejected or merged; null while it lives.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>A need that neighbours can take up: hardship, company, help.</summary>
    public bool IsNeed => Category is Category.Relief or Category.Health;

    /// <summary>The search that looked at it last.</summary>
    internal int LookedAt { get; set; }

    /// <summary>Takes over what the ticket says now; of its reports only those that are new.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="place">Its location, read.</param>
    /// <param name="compound">Its compound.</param>
    /// <param name="shared">Gives a name's one copy.</param>
    /// <returns>How many of its reports were known.</returns>
    public int Read(Ticket ticket, Place? place, string? compound, Func<string, string> shared)
    {
        (Place, Compound, Topic, Category, Urgency) = (place, compound, Triage.Topics.Known(ticket.Topic), ticket.Category, ticket.Urgency);
        IsAsked = ticket.AskedAt is not null;
        RatingAskedAt = ticket.Thanked ? ticket.VerifiedAt : null;
        PlaceAskedAt = ticket.PlaceAskedAt;
        MergedInto = ticket.MergedInto;
        IsOver = ticket.State is TicketState.Rejected or TicketState.Merged;
        Topics |= TopicWords.Bit(ticket.Topic);
        int read = ReadReports(ticket.Reports, shared);
        EndedAt = ticket.ClosedAt ?? (IsOver ? LastHeardAt : null);
        return read;
    }

    private int ReadReports(List<TicketReport> reports, Func<string, string> shared)
    {
        bool known = _read <= reports.Count && (_read == 0 || Mark(reports[_read - 1]) == _lastRead);
        if (!known)
        {
            (_read, _names, _reporters, _voices, _bigrams) = (0, [], 0, 0, []);
        }

        int before = _read;
        if (before == reports.Count)
        {
            return before;
        }

        HashSet<int> bigrams = [.. _bigrams];
        for (int index = before; index < reports.Count; index = index == reports.Count - 1 || index < ReportsRead - 1 ? index + 1 : reports.Count - 1)
        {
            Read(reports[index], bigrams, shared);
        }

        _bigrams = Words.InOrder(bigrams);
        (_read, _lastRead) = (reports.Count, Mark(reports[^1]));
        return before;
    }

    private void Read(TicketReport report, HashSet<int> bigrams, Func<string, string> shared)
    {
        LastHeardAt = report.Time > LastHeardAt ? report.Time : LastHeardAt;
        Name(shared(report.Sender), report.IsReport);
        if (report.IsReport)
        {
            string body = MessageText.Parse(report.Text, [], hasImages: false).Body;
            Words.AddBigrams(body, bigrams);
            Topics |= TopicWords.Find(body);
        }
    }

    // Those who reported stand first
    private void Name(string sender, bool reports)
    {
        int at = Array.IndexOf(_names, sender, 0, _voices);
        if (at < 0)
        {
            at = _voices++;
            if (at == _names.Length)
            {
                Array.Resize(ref _names, at == 0 ? 1 : at * 2);
            }

            _names[at] = sender;
        }

        if (reports && at >= _reporters)
        {
            (_names[at], _names[_reporters]) = (_names[_reporters], sender);
            _reporters++;
        }
    }

    private static int Mark(TicketReport report) => string.GetHashCode(report.MessageId, StringComparison.Ordinal);
}
