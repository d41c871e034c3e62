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

    /// <summary>Whether something is on its way or could be.</summary>
    public bool IsSaying(DateTimeOffset now) => Number(
        $"SELECT count(*) FROM outbox WHERE State = {(int)OutboxState.Sending} OR (State = {(int)OutboxState.Queued} AND NextAttemptAt <= {now.ToUnixTimeMilliseconds()})") > 0;

    /// <summary>Stored once, in the order in which they came in each conversation, and every emergency with one ticket and one answer.</summary>
    /// <param name="said">In the order in which they came first.</param>
    public void ShouldBeRight(IReadOnlyCollection<Told> said)
    {
        _books.OwnFaults.ShouldBeEmpty();
        Heard.Count.ShouldBe(said.Count);
        Dictionary<string, string[]> heard = Heard.GroupBy(message => message.Conversation).ToDictionary(group => group.Key, group => group.Select(message => message.Id).ToArray());
        foreach (IGrouping<string, Told> conversation in said.GroupBy(told => told.Conversation)) { heard[conversation.Key].ShouldBe(conversation.Select(told => told.Id)); }
        Told[] emergencies = [.. said.Where(told => Told.IsAnswer(told.Text))];
        Tickets.ShouldBe(emergencies.Length);
        Rows.Where(row => Told.IsAnswer(row.Text)).Select(row => row.Conversation).Order().ShouldBe(emergencies.Select(told => told.Conversation).Order(), "one answer each");
        ShouldBeSaidOnce();
    }

    public void Dispose() => _books.Dispose();

    private List<(string Conversation, string Id)> Heard => [.. _books.Rows(
        $"""
        SELECT c.ExternalId, m.MessageId FROM messages m JOIN conversations c ON c.Channel = m.Channel AND c.Name = m.Conversation
        WHERE m.Channel = '{way.Channel}' AND m.Role <> {(int)SenderRole.Bot} ORDER BY m.Seq
        """).Select(row => (Own(row[0]), (string)row[1]))];

    private List<(string Conversation, string Text, OutboxState State)> Rows => [.. _books.Rows(
        $"""
        SELECT c.ExternalId, o.Text, o.State FROM outbox o JOIN conversations c ON c.Channel = o.Channel AND c.Name = o.Conversation
        WHERE o.Channel = '{way.Channel}'
        """).Select(row => (Own(row[0]), (string)row[1], (OutboxState)(long)row[2]))];

    // what is in doubt stands there once or not at all
    private void ShouldBeSaidOnce()
    {
        ILookup<string, Spoken> spoken = way.Spoken.ToLookup(words => words.Conversation);
        foreach (IGrouping<string, (string Conversation, string Text, OutboxState State)> conversation in Rows.GroupBy(row => row.Conversation))
        {
            int sent = conversation.Count(row => row.State == OutboxState.Sent), doubtful = conversation.Count(row => row.State == OutboxState.InDoubt);
            spoken[conversation.Key].Count().ShouldBeInRange(sent, sent + doubtful, $"{conversation.Key}: {sent} sent, {doubtful} in doubt");
        }
        spoken.Select(words => words.Key).ShouldBeSubsetOf(Rows.Select(row => row.Conversation));
    }

    private int Number(string sql) => (int)(long)_books.Rows(sql).Single()[0];

    // behind the Bot Framework it stands after the name of the channel
    private static string Own(object id) => ((string)id).Split('|')[^1];
}
