using Bot.Messaging;
using Tests.Crash;

namespace Tests.Channels.Faults;

/// <summary>What the program kept of one way, held against what was handed to it and what stands at the vendor.</summary>
internal sealed class Accounts(string database, Way way) : IDisposable
{
    private readonly Books _books = new(database);

    /// <summary>Whether something is undecided or unsaid.</summary>
    public bool IsBusy => _books.Unfinished > 0;

    public long Tickets => _books.Tickets;

    public int Stored => Number($"SELECT count(*) FROM messages WHERE Channel = '{way.Channel}' AND Role <> {(int)SenderRole.Bot}");

    public bool Has(Told told) => Heard.Contains((told.Conversation, told.Id));

    /// <summary>How many replies stand in that state.</summary>
    public int Replies(OutboxState state) => Number($"SELECT count(*) FROM outbox WHERE Channel = '{way.Channel}' AND State = {(int)state}");

    /// <summary>Whether something was handed to a channel and is not answered yet.</summary>
    public bool IsSending => Number($"SELECT count(*) FROM outbox WHERE State = {(int)OutboxState.Sending}") > 0;

    /// <summary>Whether something could be handed over now.</summary>
    public bool IsDue(DateTimeOffset now) =>
        Number($"SELECT count(*) FROM outbox WHERE State = {(int)OutboxState.Queued} AND NextAttemptAt <= {now.ToUnixTimeMilliseconds()}") > 0;

    /// <summary>
    /// In their conversations: stored once, in the order in which they came, every emergency with one ticket and one answer, and what the
    /// books call sent stands there once; what is in doubt once or not at all.
    /// </summary>
    /// <param name="said">In the order in which they came first; all that was said there.</param>
    public void ShouldBeRight(IReadOnlyCollection<Told> said)
    {
        _books.OwnFaults.ShouldBeEmpty();
        ILookup<string, string> heard = Heard.ToLookup(message => message.Conversation, message => message.Id);
        ILookup<string, Reply> replies = All.ToLookup(reply => reply.Conversation);
        ILookup<string, Spoken> spoken = way.Spoken.ToLookup(words => words.Conversation);
        Dictionary<string, int> tickets = Opened;
        foreach (IGrouping<string, Told> conversation in said.GroupBy(told => told.Conversation))
        {
            heard[conversation.Key].ShouldBe(conversation.Select(told => told.Id));
            int emergencies = conversation.Count(told => Told.IsAnswer(told.Text));
            tickets.GetValueOrDefault(conversation.Key).ShouldBe(emergencies, $"tickets of {conversation.Key}");
            replies[conversation.Key].Count(reply => Told.IsAnswer(reply.Text)).ShouldBe(emergencies, $"answers in {conversation.Key}");
            int sent = replies[conversation.Key].Count(reply => reply.State == OutboxState.Sent), doubtful = replies[conversation.Key].Count(reply => reply.State == OutboxState.InDoubt);
            spoken[conversation.Key].Count().ShouldBeInRange(sent, sent + doubtful, $"{conversation.Key}: {sent} sent, {doubtful} in doubt");
        }
    }

    public void Dispose() => _books.Dispose();

    private List<(string Conversation, string Id)> Heard => [.. _books.Rows(
        $"""
        SELECT c.ExternalId, m.MessageId FROM messages m JOIN conversations c ON c.Channel = m.Channel AND c.Name = m.Conversation
        WHERE m.Channel = '{way.Channel}' AND m.Role <> {(int)SenderRole.Bot} ORDER BY m.Seq
        """).Select(row => (Own(row[0]), (string)row[1]))];

    private List<Reply> All => [.. _books.Rows(
        $"""
        SELECT c.ExternalId, o.Text, o.State FROM outbox o JOIN conversations c ON c.Channel = o.Channel AND c.Name = o.Conversation
        WHERE o.Channel = '{way.Channel}'
        """).Select(row => new Reply(Own(row[0]), (string)row[1], (OutboxState)(long)row[2]))];

    private Dictionary<string, int> Opened => _books.Rows(
        $"""
        SELECT c.ExternalId, count(*) FROM decisions d JOIN messages m ON m.Seq = d.MessageSeq JOIN conversations c ON c.Channel = m.Channel AND c.Name = m.Conversation
        WHERE d.Opened AND m.Channel = '{way.Channel}' GROUP BY c.ExternalId
        """).ToDictionary(row => Own(row[0]), row => (int)(long)row[1]);

    private int Number(string sql) => (int)(long)_books.Rows(sql).Single()[0];

    // behind the Bot Framework it stands after the name of the channel
    private static string Own(object id) => ((string)id).Split('|')[^1];

    private sealed record Reply(string Conversation, string Text, OutboxState State);
}
