using Microsoft.Data.Sqlite;

namespace Tests.Crash;

/// <summary>Reads what the program kept straight from its file.</summary>
internal sealed class Books : IDisposable
{
    private readonly SqliteConnection _connection;

    public Books(string path)
    {
        _connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        _connection.Open();
    }

    /// <summary>Messages nobody decided and replies nobody sent.</summary>
    public long Unfinished =>
        Number("SELECT (SELECT count(*) FROM messages WHERE State = 0) + (SELECT count(*) FROM outbox WHERE State IN (0, 1))");

    public long Decided => Number("SELECT count(*) FROM decisions");

    public long Tickets => Number("SELECT count(*) FROM tickets");

    public long Replies => Number("SELECT count(*) FROM outbox");

    /// <summary>Every way in which the books do not agree with themselves.</summary>
    public IEnumerable<string> OwnFaults => Broken(Rules);

    /// <summary>Every way in which the books do not agree with the ledger or with themselves, where everything is said on the playground.</summary>
    public List<string> Faults(Ledger ledger)
    {
        List<string> faults = [.. ledger.Faults, .. OwnFaults, .. Broken(PlaygroundRules)];
        Dictionary<string, (long Seq, string Sender, string Text)> kept = [];
        foreach (object[] row in Rows("SELECT MessageId, Seq, Sender, Text FROM messages WHERE Role <> 4 ORDER BY Seq"))
        {
            if (!kept.TryAdd((string)row[0], ((long)row[1], (string)row[2], (string)row[3])))
            {
                faults.Add($"doubled: message {row[0]}");
            }
        }
        foreach ((string id, (Utterance said, long seq)) in ledger.Acknowledged)
        {
            if (!kept.TryGetValue(id, out (long, string, string) found))
            {
                faults.Add($"lost: message {id}, acknowledged as {seq}");
            }
            else if (found != (seq, said.Person, said.Text))
            {
                faults.Add($"changed: message {id}");
            }
        }
        return faults;
    }

    /// <param name="sql">A constant of the caller.</param>
    public List<object[]> Rows(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // constants of tests
        command.CommandText = sql;
#pragma warning restore CA2100
        using SqliteDataReader reader = command.ExecuteReader();
        List<object[]> rows = [];
        while (reader.Read())
        {
            object[] row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    public void Dispose() => _connection.Dispose();

    private static readonly (string Says, string Sql)[] Rules =
    [
        ("stuck or set aside: message", "SELECT Seq, State FROM messages WHERE State IN (0, 3)"),
        ("flagged without cause: message", "SELECT Seq FROM messages WHERE Conflicts > 0"),
        ("time goes back at message",
            "SELECT Seq FROM (SELECT Seq, Time, lag(Time) OVER (ORDER BY Seq) AS Before FROM messages) WHERE Time < Before"),
        ("decided without a decision: message",
            "SELECT Seq FROM messages WHERE State = 1 AND Seq NOT IN (SELECT MessageSeq FROM decisions)"),
        ("decision without its ticket: message",
            "SELECT MessageSeq, Ticket FROM decisions WHERE Ticket IS NOT NULL AND Ticket NOT IN (SELECT Number FROM tickets)"),
        ("ticket not opened by exactly one message:",
            "SELECT Number, (SELECT count(*) FROM decisions WHERE Ticket = Number AND Opened) AS Openers FROM tickets WHERE Openers <> 1"),
        ("ticket without exactly one opening in its history:",
            "SELECT Number, (SELECT count(*) FROM ticket_events WHERE TicketNumber = Number AND Kind = 0) AS Openings FROM tickets WHERE Openings <> 1"),
        ("message in a ticket twice:",
            "SELECT Channel, Conversation, MessageId, count(*) FROM ticket_reports GROUP BY 1, 2, 3 HAVING count(*) > 1"),
    ];

    private static readonly (string Says, string Sql)[] PlaygroundRules =
    [
        ("not sent: reply", "SELECT Key, State, Error FROM outbox WHERE State <> 2"),
        ("not said exactly once: reply",
            """
            SELECT Key, (SELECT count(*) FROM messages m WHERE m.Role = 4 AND m.Channel = o.Channel
                AND m.Conversation = o.Conversation AND m.MessageId = o.Key) AS Times
            FROM outbox o WHERE o.State = 2 AND Times <> 1
            """),
        ("said without being queued:",
            "SELECT Conversation, MessageId FROM messages WHERE Role = 4 AND MessageId NOT IN (SELECT Key FROM outbox)"),
    ];

    private IEnumerable<string> Broken((string Says, string Sql)[] rules) =>
        rules.SelectMany(rule => Rows(rule.Sql).Select(row => $"{rule.Says} {string.Join(' ', row)}"));

    private long Number(string sql) => (long)Rows(sql).Single()[0];
}
