using Bot.Messaging;
using Bot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Tests.Support;

namespace Tests.Storage;

public sealed class DatabaseTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_data_folder_serves_one_process_at_a_time()
    {
        await using (await StorageHost.StartAsync(_folder.Path))
        {
            Exception refusal = await Should.ThrowAsync<InvalidDataException>(StorageHost.StartAsync(_folder.Path));
            refusal.Message.ShouldContain(_folder.Path);
            refusal.Message.ShouldContain("Storage:Path");
        }
        await using StorageHost next = await StorageHost.StartAsync(_folder.Path);
    }

    [Fact]
    public async Task A_command_writes_beside_the_serving_process()
    {
        await using StorageHost serving = await StorageHost.StartAsync(_folder.Path);
        ServiceCollection services = new();
        services.AddLogging();
        services.AddStorage(new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Storage:Path", (string?)_folder.Path)]).Build());
        await using ServiceProvider beside = services.BuildServiceProvider();
        WriteQueue writes = beside.GetRequiredService<WriteQueue>();
        await writes.StartBesideAsync(Token);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? writes : serving.Writes).RunAsync(
            (db, _) =>
            {
                db.Add(new OutboxMessage { Key = $"{i}", Channel = "none", Conversation = "群", Text = "" });
                return Task.CompletedTask;
            },
            Token)));
        await writes.StopAsync(Token);
        (await serving.ReadAsync(db => db.Set<OutboxMessage>().CountAsync(Token))).ShouldBe(40);
    }

    [Fact]
    public async Task A_process_killed_while_it_migrated_does_not_block_the_next()
    {
        await using (await StorageHost.StartAsync(_folder.Path))
        {
        }
        await ExecuteAsync("DELETE FROM __EFMigrationsHistory");
        await DropTheRestAsync();
        await ExecuteAsync(
            """
            CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL);
            INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2026-11-21 09:00:00')
            """);
        await using StorageHost host = await StorageHost.StartAsync(_folder.Path);
        (await host.ReadAsync(db => db.Set<Message>().CountAsync(Token))).ShouldBe(0);
    }

    [Fact]
    public async Task It_is_healthy_once_open_and_says_when_the_disk_is_nearly_full()
    {
        await using (StorageHost host = await StorageHost.StartAsync(_folder.Path))
        {
            (await CheckAsync(host)).Status.ShouldBe(HealthStatus.Healthy);
        }
        await using StorageHost full = await StorageHost.StartAsync(
            _folder.Path, settings: ("Storage:MinimumFreeMegabytes", "1000000"));
        HealthReport report = await CheckAsync(full);
        report.Entries["database"].Status.ShouldBe(HealthStatus.Healthy);
        report.Entries["disk"].Description.ShouldNotBeNull().ShouldContain("请清理磁盘");
    }

    private static Task<HealthReport> CheckAsync(StorageHost host) =>
        host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token);

    private async Task DropTheRestAsync()
    {
        await using SqliteConnection connection = await OpenAsync();
        await using SqliteCommand names = connection.CreateCommand();
        names.CommandText =
            "SELECT group_concat('DROP TABLE \"' || name || '\"', ';') FROM sqlite_master " +
            "WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%EF%'";
        if (await names.ExecuteScalarAsync(Token) is string drops)
        {
            await ExecuteAsync("PRAGMA foreign_keys = OFF; " + drops);
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using SqliteConnection connection = await OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this test
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Token);
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        SqliteConnection connection = new($"Data Source={_folder.File("bot.db")};Pooling=False");
        await connection.OpenAsync(Token);
        return connection;
    }
}
