using Bot.Grids;
using Bot.Tickets;
using Bot.Triage.Incidents;
using Bot.Triage.Locations;
using Bot.Triage.Reading;

namespace Tests.Triage.Incidents;

/// <summary>Tickets as a town raises them, invented: few places and things, so that many are alike, with later reports, corrections, rejections and ends.</summary>
internal sealed class IncidentHistory(int seed, int groups)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly string[] Things = ["电梯又坏了 卡在半路", "天花板漏水 地上都是", "路灯不亮 晚上看不见", "垃圾没人收 臭得很", "水管爆了 快来修", "停水了 一滴水没有"];
    private static readonly string[] Named = ["电梯", "漏水", "路灯", "垃圾", "水管", "停水"];
    private readonly Random _random = new(seed);
    private readonly List<Ticket> _tickets = [];
    private DateTimeOffset _now = Start;

    public CommunityDirectory Directory { get; } = new()
    {
        Compounds = [new Compound("甲苑"), new Compound("乙苑")],
        Groups = Enumerable.Range(0, groups).ToDictionary(Group, number => number == 0 ? null : number % 2 == 0 ? "甲苑" : "乙苑"),
    };

    /// <summary>The next thing that happens to a ticket.</summary>
    public Ticket Step()
    {
        _now += TimeSpan.FromMinutes(_random.Next(1, 240));
        if (_tickets.Count == 0 || _random.Next(3) > 0)
        {
            int thing = _random.Next(Things.Length);
            Ticket opened = new()
            {
                Number = _tickets.Count + 1,
                Topic = Named[thing],
                Matter = "",
                Group = Group(_random.Next(groups)),
                OpenedAt = _now,
                Category = Category.Living,
                Urgency = Urgency.Normal,
            };
            opened.Location = Place(opened.Group);
            opened.Reports.Add(Said(opened.Group, Things[thing]));
            _tickets.Add(opened);
            return opened;
        }

        Ticket ticket = _tickets[_random.Next(Math.Max(0, _tickets.Count - 300), _tickets.Count)];
        switch (_random.Next(8))
        {
            case 0: ticket.State = TicketState.Rejected; break;
            case 1: ticket.Location = Place(ticket.Group); break;
            case 2: ticket.ClosedAt = _now; ticket.State = TicketState.Closed; break;
            default: ticket.Reports.Add(Said(ticket.Group, Things[_random.Next(Things.Length)])); break;
        }

        return ticket;
    }

    public Probe Probe(Func<string, Place?, string?> scope)
    {
        int thing = _random.Next(Things.Length);
        string group = Group(_random.Next(groups));
        Place? place = Place(group) is { } text ? Bot.Triage.Locations.Place.Parse(text, Directory, group) : null;
        HashSet<int> bigrams = [];
        Words.AddBigrams(Things[thing], bigrams);
        return new Probe(group, scope(group, place), Sender(), _now + TimeSpan.FromMinutes(_random.Next(60)), place, Home: null, Named[thing],
            TopicWords.Find(Things[thing]) | TopicWords.Bit(Named[thing]), HasTopic: true, bigrams, IsEmergency: false);
    }

    private TicketReport Said(string group, string text) => new()
    {
        Group = group,
        Channel = "replay",
        Conversation = group,
        MessageId = $"m{_random.Next()}",
        Sender = Sender(),
        Text = text,
        Time = _now,
    };

    private string? Place(string group)
    {
        string compound = group == Group(0) ? _random.Next(2) == 0 ? "甲苑" : "乙苑" : "";
        return _random.Next(8) switch
        {
            0 => null,
            1 => compound + "凉亭",
            2 => $"{compound}{_random.Next(1, 6)}-{_random.Next(6, 12)}号楼",
            3 => $"{compound}{_random.Next(1, 5)}号楼与{_random.Next(5, 9)}号楼之间",
            4 => $"{compound}{_random.Next(1, 12)}号楼",
            _ => $"{compound}{_random.Next(1, 12)}号楼{_random.Next(1, 4)}单元",
        };
    }

    private string Sender() => $"住户{_random.Next(400)}";

    private static string Group(int number) => $"{number}群";
}
