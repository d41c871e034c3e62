using Bot.Messaging;
using Bot.Triage;
using Bot.Triage.Classifier;

namespace Tests.Generator;

/// <summary>A busy town's chat, invented from the corpus: many groups and senders, the corpus's mix of kinds, a fifth in bursts.</summary>
/// <param name="seed">The same seed gives the same chat.</param>
public sealed class ChatGenerator(int seed, int groups = 50, int senders = 2000)
{
    private const double BurstShare = 0.2;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly Random _random = new(seed);
    private readonly IReadOnlyList<CorpusRow> _rows = Corpus.Read(Corpus.DefaultFolder);

    /// <summary>Messages in time order; a burst's fragments are seconds apart, with others talking in between.</summary>
    public IReadOnlyList<ChatMessage> Write(int count, DateTimeOffset start)
    {
        List<(DateTimeOffset Time, CorpusRow Row, int Sender, string Text)> said = [];
        DateTimeOffset now = start;
        while (said.Count < count)
        {
            now += _random.NextDouble() * Longest;
            CorpusRow row = _rows[_random.Next(_rows.Count)];
            int sender = _random.Next(senders);
            DateTimeOffset at = now;
            foreach (string fragment in Fragments(row.Text))
            {
                said.Add((at, row, sender, fragment));
                at += TimeSpan.FromSeconds(_random.Next(3, 40));
            }
        }

        return [.. said.OrderBy(each => each.Time).Take(count).Select((each, index) => new ChatMessage(
            $"g{index + 1:00000}", GroupOf(each.Sender), each.Time, NameOf(each.Row, each.Sender), each.Text, each.Row.Role))];
    }

    private string[] Fragments(string text)
    {
        string[] words = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (_random.NextDouble() >= BurstShare)
        {
            return [text];
        }

        return words.Length > 1 ? words : [text, "[图片]"];
    }

    private string GroupOf(int sender) => $"第{(sender % groups) + 1}网格群";

    private static string NameOf(CorpusRow row, int sender) =>
        row.Role == SenderRole.Resident ? $"{(sender % 30) + 1}-{(sender % 4) + 1}-{(sender % 17) + 1}0{(sender % 4) + 1}住户{sender}" : $"{row.Sender}{sender}";
}
