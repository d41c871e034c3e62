using Bot.Messaging;
using Bot.Storage;
using Bot.Storage.Snapshots;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;
using Snapshot = Bot.Storage.Snapshots.Snapshot;

namespace Tests.Storage;

public sealed class SnapshotTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 0, 0, TimeSpan.Zero);
    private readonly TempFolder _folder = new();
    private readonly TempFolder _elsewhere = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task A_backup_under_load_restores_to_one_point_with_every_acknowledged_message_before_it()
    {
        string backup = _elsewhere.File("a.zip");
        int before = 0;
        await using (StorageHost host = await StorageHost.StartAsync(_folder.Path))
        {
            using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(Token);
            int stored = 0;
            Task[] senders = [.. Enumerable.Range(0, 4).Select(async sender =>
            {
                for (int i = 0; !enough.IsCancellationRequested; i++)
                {
                    await host.Inbox.AcceptAsync(new InboundMessage("stub", "一群", $"{sender}-{i}", "某人", SenderRole.Resident, "电梯坏了"), CancellationToken.None);
                    Interlocked.Increment(ref stored);
                }
            })];
            await Eventually.TrueAsync(() => Volatile.Read(ref stored) > 50, "messages");
            before = Volatile.Read(ref stored);
            await Snapshot.WriteAsync(_folder.Path, backup, databaseOnly: false, Now, Token);
            await enough.CancelAsync();
            await Task.WhenAll(senders);
        }
        for (int time = 0; time < 5; time++) { await RestoreAsync(backup); }
        (await CountAsync(_folder.Path)).ShouldBeGreaterThanOrEqualTo(before);
    }

    [Fact]
    public async Task A_database_of_documents_is_copied_whole_and_what_a_power_cut_left_is_removed()
    {
        string backup = _elsewhere.File("a.zip");
        string leftover = Path.Combine(_folder.Path, ".checking-1");
        Directory.CreateDirectory(leftover);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, ".snapshot-1"), "half", Token);
        await using StorageHost host = await StorageHost.StartAsync(_folder.Path);
        Directory.Exists(leftover).ShouldBeFalse();
        Directory.GetFiles(_folder.Path, ".snapshot-*").ShouldBeEmpty();
        using global::Knowledge.KnowledgeBase documents = global::Knowledge.KnowledgeBase.Open(Path.Combine(_folder.Path, "knowledge"));
        documents.Put(new global::Knowledge.Document("一", new global::Knowledge.DocumentHeader("一"), "满80周岁可以申请。"));
        await Snapshot.WriteAsync(_folder.Path, backup, databaseOnly: false, Now, Token);
        string unpacked = _elsewhere.File("unpacked");
        (await SnapshotReader.UnpackAsync(backup, unpacked, Token)).Files.ShouldNotContain(file => file.Name.EndsWith("-wal", StringComparison.Ordinal));
        using global::Knowledge.KnowledgeBase copy = global::Knowledge.KnowledgeBase.Open(Path.Combine(unpacked, "knowledge"));
        copy.Find("一").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public async Task A_damaged_backup_is_refused_and_nothing_changes(double at)
    {
        string backup = await BackupOfOneAsync();
        byte[] bytes = await File.ReadAllBytesAsync(backup, Token);
        await File.WriteAllBytesAsync(_elsewhere.File("cut.zip"), bytes[..(int)(bytes.Length * at)], Token);
        // many: one bit among packed zeros may mean the same zeros
        foreach (ref byte one in bytes.AsSpan(InLargestEntry(bytes, at), 64)) { one ^= 0x40; }
        await File.WriteAllBytesAsync(_elsewhere.File("bit.zip"), bytes, Token);
        await Should.ThrowAsync<SnapshotException>(RestoreAsync(_elsewhere.File("cut.zip")));
        await Should.ThrowAsync<SnapshotException>(RestoreAsync(_elsewhere.File("bit.zip")));
        (await CountAsync(_folder.Path)).ShouldBe(1);
        Directory.GetDirectories(_folder.Path, "restoring-*").ShouldBeEmpty();
    }

    // between two entries stand times and such, which nothing rests on
    private static int InLargestEntry(byte[] zip, double at)
    {
        List<int> headers = [];
        for (int next = zip.AsSpan().IndexOf("PK\x03\x04"u8); next >= 0;)
        {
            headers.Add(next);
            int more = zip.AsSpan(next + 4).IndexOf("PK\x03\x04"u8);
            next = more < 0 ? -1 : next + 4 + more;
        }
        headers.Add(zip.AsSpan().IndexOf("PK\x01\x02"u8));
        (int start, int end) = headers.Zip(headers.Skip(1)).MaxBy(pair => pair.Second - pair.First);
        const int header = 200;
        return start + header + (int)((end - start - (2 * header)) * at);
    }

    [Fact]
    public async Task A_restore_is_refused_while_the_service_runs()
    {
        string backup = await BackupOfOneAsync();
        await using StorageHost host = await StorageHost.StartAsync(_folder.Path);
        (await Should.ThrowAsync<InvalidDataException>(RestoreAsync(backup))).Message.ShouldContain("正被另一个运行中的机器人使用");
    }

    [Fact]
    public async Task A_restore_that_was_stopped_in_the_middle_is_carried_to_its_end_by_the_next_start()
    {
        string backup = await BackupOfOneAsync();
        await using (StorageHost more = await StorageHost.StartAsync(_folder.Path)) { await AcceptAsync(more, "second"); }
        await using (BotDbContext db = new(new DbContextOptionsBuilder<BotDbContext>().UseSqlite("Data Source=:memory:").Options))
        {
            await Restore.PrepareAsync(_folder.Path, backup, [.. db.Database.GetMigrations()], Now, Token);
        }
        // killed here: the old is still in its place, and no command beside a service makes an empty database
        DataSwap.IsPending(_folder.Path).ShouldBeTrue();
        await using (StorageHost next = await StorageHost.StartAsync(_folder.Path)) { (await next.ReadAsync(db => db.Set<Message>().CountAsync(Token))).ShouldBe(1); }
        DataSwap.IsPending(_folder.Path).ShouldBeFalse();
        Directory.GetDirectories(_folder.Path, "replaced-*").ShouldHaveSingleItem();
    }

    private async Task<string> BackupOfOneAsync()
    {
        await using StorageHost host = await StorageHost.StartAsync(_folder.Path);
        await AcceptAsync(host, "first");
        string backup = _elsewhere.File("one.zip");
        await Snapshot.WriteAsync(_folder.Path, backup, databaseOnly: false, Now, Token);
        return backup;
    }

    private static Task<Bot.Messaging.AcceptResult> AcceptAsync(StorageHost host, string id) =>
        host.Inbox.AcceptAsync(new InboundMessage("stub", "一群", id, "某人", SenderRole.Resident, "电梯坏了"), Token);

    private async Task RestoreAsync(string file)
    {
        Microsoft.Extensions.Hosting.HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.Configure<StorageOptions>(storage => storage.Path = _folder.Path);
        await using ServiceProvider services = builder.Services.BuildServiceProvider();
        await services.GetRequiredService<Database>().RestoreAsync(file, Now, Token);
    }

    private static async Task<int> CountAsync(string folder)
    {
        await using StorageHost host = await StorageHost.StartAsync(folder);
        return await host.ReadAsync(db => db.Set<Message>().CountAsync(Token));
    }
}
