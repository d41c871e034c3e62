using Bot.Messaging;
using Bot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Benchmarks;

/// <summary>
/// Messages stored durably per second, beside the plain way (a connection and a commit per message) in the same run:
/// disks differ, the ratio says what the one writer is worth.
/// </summary>
internal static class DurableIntake
{
    private const int Senders = 64;
    private const int Rounds = 3;
    private static readonly string Text = new('停', 140);

    public static async Task RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("bot-benchmark-").FullName;
        using IHost host = await StartAsync(folder);
        Inbox inbox = host.Services.GetRequiredService<Inbox>();
        Plain plain = new(Path.Combine(folder, "plain.db"));
        List<double> ratios = [];
        for (int round = 0; round < Rounds; round++)
        {
            double ours = await MeasureAsync(40_000, i => inbox.AcceptAsync(New($"{round}-{i}"), CancellationToken.None));
            double peer = await MeasureAsync(4_000, i => plain.StoreAsync(New($"{round}-{i}")));
            ratios.Add(ours / peer);
            Console.WriteLine($"one writer {ours,8:0}/s   a commit each {peer,8:0}/s   ratio {ours / peer:0.0}");
        }
        Console.WriteLine($"median ratio {ratios.Order().ElementAt(Rounds / 2):0.0}");
        await host.StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<IHost> StartAsync(string folder)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Storage:Path", (string?)folder)]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddMessaging(builder.Configuration);
        IHost host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static async Task<double> MeasureAsync(int count, Func<int, Task> store)
    {
        int next = 0;
        long started = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(async () =>
        {
            for (int i = Interlocked.Increment(ref next); i <= count; i = Interlocked.Increment(ref next))
            {
                await store(i);
            }
        })));
        return count / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    private static InboundMessage New(string id) => new("webchat", "一网格群", id, "12-2-301小陈", SenderRole.Resident, Text);

    private sealed class Plain
    {
        private readonly string _connectionString;

        public Plain(string path)
        {
            _connectionString = $"Data Source={path};Default Timeout=60";
            using SqliteConnection connection = new(_connectionString);
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText =
                """
                PRAGMA journal_mode = WAL;
                CREATE TABLE messages (Seq INTEGER PRIMARY KEY AUTOINCREMENT, Conversation TEXT NOT NULL,
                    MessageId TEXT NOT NULL, Sender TEXT NOT NULL, Text TEXT NOT NULL, UNIQUE (Conversation, MessageId))
                """;
            command.ExecuteNonQuery();
        }

        public async Task StoreAsync(InboundMessage message)
        {
            await using SqliteConnection connection = new(_connectionString);
            await connection.OpenAsync();
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText =
                """
                PRAGMA synchronous = FULL;
                INSERT INTO messages (Conversation, MessageId, Sender, Text) VALUES ($conversation, $id, $sender, $text)
                """;
            command.Parameters.AddWithValue("$conversation", message.Conversation);
            command.Parameters.AddWithValue("$id", message.MessageId);
            command.Parameters.AddWithValue("$sender", message.Sender);
            command.Parameters.AddWithValue("$text", message.Text);
            await command.ExecuteNonQueryAsync();
        }
    }
}
