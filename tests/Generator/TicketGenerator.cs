using Bot.Grids;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Classifier;

namespace Tests.Generator;

/// <summary>Open tickets of a town, invented from the corpus: what people report, in many groups and places. A ticket follows from its number alone.</summary>
/// <param name="seed">The same seed gives the same tickets.</param>
/// <param name="daysOld">How far back they reach.</param>
/// <param name="groups">The last is the community-wide one, the one before shares a compound with its neighbour.</param>
public sealed class TicketGenerator(int seed, DateTimeOffset now, int groups = 50, int senders = 200_000, int daysOld = 300)
{
    private const int Buildings = 60;

    private readonly CorpusRow[] _reports = [.. Corpus.Read(Corpus.DefaultFolder).Where(row => row.Kind is Kind.Issue)];

    public CommunityDirectory Directory => new()
    {
        Community = "生成社区",
        Compounds = [.. Enumerable.Range(1, groups - 2).Select(number => new Compound($"第{number}苑"))],
        Groups = Enumerable.Range(1, groups).ToDictionary(GroupName, number => number == groups ? null : $"第{Math.Min(number, groups - 2)}苑"),
    };

    public static string GroupName(int number) => $"第{number}网格群";

    /// <summary>Every tenth is a broken lift in the first group, so that one place and thing has very many.</summary>
    public Ticket Write(int number)
    {
        Random random = new((seed * 1_000_003) ^ (number * 7919));
        bool lift = number % 10 == 0;
        int group = lift ? 1 : random.Next(1, groups + 1);
        CorpusRow row = _reports[random.Next(_reports.Length)];
        DateTimeOffset at = now - (random.NextDouble() * TimeSpan.FromDays(daysOld));
        string? place = Place(random, group == groups);
        string sender = $"住户{random.Next(senders)}";
        Ticket ticket = new()
        {
            Number = number,
            Topic = lift ? "电梯" : row.Topic ?? Topics.Other,
            Matter = "",
            Group = GroupName(group),
            OpenedAt = at,
            Category = row.Category ?? Category.Living,
            Urgency = row.Urgency ?? Urgency.Normal,
            Location = place,
        };
        ticket.Reports.Add(new TicketReport
        {
            Group = ticket.Group,
            Channel = "replay",
            Conversation = ticket.Group,
            MessageId = $"t{number}",
            Sender = sender,
            Time = at,
            Text = lift ? $"{place}电梯又坏了 上上下下卡了好几回" : row.Text,
        });
        return ticket;
    }

    private string? Place(Random random, bool named)
    {
        string compound = named ? $"第{random.Next(1, groups - 1)}苑" : "";
        return random.Next(10) switch
        {
            < 2 => null,
            2 => compound + "地下车库",
            3 => $"{compound}{random.Next(1, 5)}号门门口",
            4 => $"{compound}{random.Next(1, Buildings)}号楼",
            _ => $"{compound}{random.Next(1, Buildings)}号楼{random.Next(1, 5)}单元{random.Next(1, 19)}0{random.Next(1, 5)}室",
        };
    }
}
