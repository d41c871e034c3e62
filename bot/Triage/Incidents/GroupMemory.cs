namespace Bot.Triage.Incidents;

/// <summary>A message lately heard in a group and the matter it belongs to.</summary>
public sealed class Utterance(string id, string sender, string body, DateTimeOffset time, long seq)
{
    public string Id { get; } = id;
    public string Sender { get; } = sender;
    public string Body { get; } = body;
    public DateTimeOffset Time { get; } = time;

    /// <summary>Order of arrival, where known.</summary>
    public long Seq { get; } = seq;
    public int? Ticket { get; set; }

    public bool IsByStaff { get; init; }

    /// <summary>Whether it reads like a question of a resident.</summary>
    public bool Asks { get; set; }

    /// <summary>Whether the bot answered it or handed it on.</summary>
    public bool WasAnswered { get; set; }

    /// <summary>A poll of staff: what begins with one of its choices is a vote.</summary>
    public bool Polls => IsByStaff && (_polls ??= IsPoll(Body));

    private bool? _polls;

    private static bool IsPoll(string body) => body.Contains("投票", StringComparison.Ordinal) || body.Contains("投个票", StringComparison.Ordinal)
        || body.Contains("选哪", StringComparison.Ordinal) || body.Contains("选一", StringComparison.Ordinal);

    /// <summary>Whether it announces or polls; "+1" after it means that and no ticket.</summary>
    public bool Announces { get; set; }
}

/// <summary>The last messages of each group: what is quoted, what "+1" leans on, whose turn it was.</summary>
public sealed class GroupMemory
{
    private const int Kept = 80;
    private static readonly TimeSpan Recent = TimeSpan.FromHours(3);

    private readonly Dictionary<string, List<Utterance>> _groups = [];

    public Utterance Hear(ChatMessage message, string body)
    {
        if (!_groups.TryGetValue(message.Group, out List<Utterance>? heard))
        {
            _groups[message.Group] = heard = [];
        }

        Utterance entry = new(message.Id, message.Sender, body, message.Time, message.Seq) { IsByStaff = message.IsByStaff };
        int place = heard.Count;
        while (place > 0 && Follows(heard[place - 1], entry))
        {
            place--;
        }

        heard.Insert(place, entry);
        if (heard.Count > Kept)
        {
            heard.RemoveAt(0);
        }

        return entry;
    }

    public void Forget(string group, string id)
    {
        if (_groups.TryGetValue(group, out List<Utterance>? heard))
        {
            heard.RemoveAll(each => each.Id == id);
        }
    }

    // After a restart an undecided message is heard again after later ones that are decided already
    private static bool Follows(Utterance other, Utterance entry) =>
        other.Time > entry.Time || (other.Time == entry.Time && other.Seq > entry.Seq);

    public Utterance? ById(string group, string id) => Lately(group).FirstOrDefault(heard => heard.Id == id);

    public bool SpeaksAsStaff(string group, string sender) => Lately(group).Any(heard => heard.IsByStaff && heard.Sender == sender);

    /// <summary>The message a quote repeats; the sender's name and the words must agree.</summary>
    public Utterance? Quoted(string group, string? sender, string text) => Lately(group).FirstOrDefault(heard =>
        (sender is null || heard.Sender == sender) && heard.Body.Length > 0
        && (heard.Body.Contains(text, StringComparison.Ordinal) || text.Contains(heard.Body, StringComparison.Ordinal)));

    /// <summary>The tickets spoken of in the last three hours, latest first.</summary>
    public List<int> Raised(string group, DateTimeOffset now)
    {
        List<int> tickets = [];
        foreach (Utterance heard in Lately(group))
        {
            if (now - heard.Time > Recent || tickets.Count == 4)
            {
                break;
            }

            if (heard.Ticket is { } ticket && !tickets.Contains(ticket))
            {
                tickets.Add(ticket);
            }
        }

        return tickets;
    }

    /// <summary>The group's last messages, latest first.</summary>
    public IEnumerable<Utterance> Lately(string group)
    {
        if (_groups.TryGetValue(group, out List<Utterance>? heard))
        {
            for (int index = heard.Count - 1; index >= 0; index--)
            {
                yield return heard[index];
            }
        }
    }

    /// <summary>The polls of staff among them.</summary>
    public IEnumerable<Utterance> Polls(string group)
    {
        if (_groups.TryGetValue(group, out List<Utterance>? heard))
        {
            foreach (Utterance each in heard)
            {
                if (each.Polls)
                {
                    yield return each;
                }
            }
        }
    }
}
