using Bot.Messaging;
using Bot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Storage;

public sealed class WriteQueueTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_caller_hears_of_success_after_the_commit()
    {
        await using StorageHost host = await StorageHost.StartAsync(_folder.Path);
        int answer = await host.Writes.RunAsync((db, _) => Task.FromResult(Add(db, "1")), Token);
        answer.ShouldBe(1);
        (await KeysAsync(host)).ShouldBe(["1"]);
    }

    [Fact]
    public async Task A_failing_unit_of_work_is_undone_alone()
    {
        await using StorageHost host = await StorageHost.StartAsync(_folder.Path);
        Task[] work = await InOneBatchAsync(
            host,
            db => Add(db, "1"),
            db =>
            {
                Add(db, "2");
                db.SaveChanges();
                throw new InvalidTimeZoneException();
            },
            db => Add(db, "1"),
            db => Add(db, "3"));
        await work[0];
        await Should.ThrowAsync<InvalidTimeZoneException>(work[1]);
        await Should.ThrowAsync<DbUpdateException>(work[2]);
        await work[3];
        (await KeysAsync(host)).ShouldBe(["1", "3"]);
    }

    [Fact]
    public async Task A_failed_commit_fails_all_its_callers_and_stores_nothing_of_them()
    {
        await using StorageHost host = await StorageHost.StartAsync(_folder.Path);
        await host.Writes.RunAsync(
            (db, token) => db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p INTEGER REFERENCES p DEFERRABLE INITIALLY DEFERRED)", token),
            Token);
        Task[] work = await InOneBatchAsync(
            host,
            db => Add(db, "1"),
            db => db.Database.ExecuteSqlRaw("INSERT INTO c VALUES (7)"),
            db => Add(db, "2"));
        foreach (Task item in work)
        {
            await Should.ThrowAsync<SqliteException>(item);
        }
        await host.Writes.RunAsync((db, _) => Task.FromResult(Add(db, "3")), Token);
        (await KeysAsync(host)).ShouldBe(["3"]);
    }

    [Fact]
    public async Task A_full_disk_is_a_refusal_and_never_a_false_success()
    {
        await using StorageHost host = await StorageHost.StartAsync(_folder.Path);
        await host.Writes.RunAsync(
            async (db, token) =>
            {
                long pages = (await db.Database.SqlQueryRaw<long>("PRAGMA page_count").ToListAsync(token))[0];
                await SetMostPagesAsync(db, pages + 20, token);
            },
            Token);
        List<string> told = [];
        for (int i = 0; i < 40; i++)
        {
            try
            {
                string key = $"{i:00}";
                await host.Writes.RunAsync((db, _) => Task.FromResult(Add(db, key, new string('长', 3000))), Token);
                told.Add(key);
            }
            catch (Exception exception) when (exception is DbUpdateException or SqliteException)
            {
            }
        }
        told.Count.ShouldBeInRange(1, 39);
        (await KeysAsync(host)).ShouldBe(told);
        await host.Writes.RunAsync((db, token) => SetMostPagesAsync(db, 100_000, token), Token);
        await host.Writes.RunAsync((db, _) => Task.FromResult(Add(db, "99")), Token);
    }

    [Fact]
    public async Task What_follows_a_commit_runs_only_when_it_was_committed()
    {
        await using StorageHost host = await StorageHost.StartAsync(_folder.Path);
        List<string> heard = [];
        Task[] work = await InOneBatchAsync(
            host,
            db => db.AfterCommit(() => heard.Add("committed")),
            db => db.AfterCommit(() => throw new InvalidTimeZoneException()),
            db =>
            {
                db.AfterCommit(() => heard.Add("undone"));
                throw new InvalidTimeZoneException();
            });
        await work[0];
        await work[1];
        await Should.ThrowAsync<InvalidTimeZoneException>(work[2]);
        heard.ShouldBe(["committed"]);
    }

    [Fact]
    public async Task A_unit_of_work_that_waits_for_another_is_refused()
    {
        await using StorageHost host = await StorageHost.StartAsync(_folder.Path);
        await Should.ThrowAsync<InvalidOperationException>(host.Writes.RunAsync(
            (_, token) => host.Writes.RunAsync((_, _) => Task.FromResult(0), token), Token));
    }

    [Fact]
    public async Task Work_given_up_before_its_turn_is_not_done()
    {
        await using StorageHost host = await StorageHost.StartAsync(_folder.Path);
        using CancellationTokenSource giveUp = new();
        TaskCompletionSource gate = new();
        Task first = host.Writes.RunAsync((_, _) => gate.Task, Token);
        Task second = host.Writes.RunAsync((db, _) => Task.FromResult(Add(db, "1")), giveUp.Token);
        await giveUp.CancelAsync();
        gate.SetResult();
        await first;
        await Should.ThrowAsync<OperationCanceledException>(second);
        (await KeysAsync(host)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Stopping_writes_what_waits_and_then_refuses()
    {
        StorageHost host = await StorageHost.StartAsync(_folder.Path);
        TaskCompletionSource gate = new();
        Task first = host.Writes.RunAsync((_, _) => gate.Task, Token);
        Task[] waiting = [.. Enumerable.Range(0, 600).Select(i =>
            host.Writes.RunAsync((db, _) => Task.FromResult(Add(db, $"{i:000}")), Token))];
        Task stop = host.StopAsync();
        gate.SetResult();
        await Task.WhenAll([first, stop, .. waiting]);
        await Should.ThrowAsync<InvalidOperationException>(host.Writes.RunAsync((_, _) => Task.CompletedTask, Token));
        await host.DisposeAsync();

        await using StorageHost again = await StorageHost.StartAsync(_folder.Path);
        (await KeysAsync(again)).Count.ShouldBe(600);
    }

    [Fact]
    public async Task A_start_that_failed_ends_what_is_being_written()
    {
        TaskCompletionSource begun = new(), gate = new();
        StorageHost host = await StorageHost.StartAsync(_folder.Path);
        Task work = host.Writes.RunAsync(
            async (db, _) =>
            {
                begun.SetResult();
                await gate.Task;
                Add(db, "1");
            },
            Token);
        await begun.Task;
        Task ended = host.Writes.DisposeAsync().AsTask();
        ended.IsCompleted.ShouldBeFalse("the connection is in use");
        gate.SetResult();
        await Task.WhenAll(work, ended);
        (await KeysAsync(host)).ShouldBe(["1"]);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Every_commit_is_durable()
    {
        await using StorageHost host = await StorageHost.StartAsync(_folder.Path);
        (string Journal, long Synchronous) settings = await host.Writes.RunAsync(
            async (db, token) => (
                (await db.Database.SqlQueryRaw<string>("PRAGMA journal_mode").ToListAsync(token))[0],
                (await db.Database.SqlQueryRaw<long>("PRAGMA synchronous").ToListAsync(token))[0]),
            Token);
        settings.ShouldBe(("wal", 2));
    }

    private static int Add(BotDbContext db, string key, string text = "")
    {
        db.Add(new OutboxMessage { Key = key, Channel = "none", Conversation = "群", Text = text });
        return 1;
    }

    private static Task<int> SetMostPagesAsync(BotDbContext db, long pages, CancellationToken cancellationToken) =>
#pragma warning disable EF1002 // a number of this test; a pragma takes no parameter
        db.Database.ExecuteSqlRawAsync($"PRAGMA max_page_count = {pages}", cancellationToken);
#pragma warning restore EF1002

    private static Task<List<string>> KeysAsync(StorageHost host) =>
        host.ReadAsync(db => db.Set<OutboxMessage>().OrderBy(row => row.Key).Select(row => row.Key).ToListAsync(Token));

    /// <summary>Holds the writer back until all of them wait, so that they share one commit.</summary>
    private static async Task<Task[]> InOneBatchAsync(StorageHost host, params Action<BotDbContext>[] work)
    {
        TaskCompletionSource gate = new();
        TaskCompletionSource busy = new();
        Task first = host.Writes.RunAsync(
            (_, _) =>
            {
                busy.SetResult();
                return gate.Task;
            },
            Token);
        await busy.Task;
        Task[] items = [.. work.Select(item => host.Writes.RunAsync(
            (db, _) =>
            {
                item(db);
                return Task.CompletedTask;
            },
            Token))];
        gate.SetResult();
        await first;
        await Task.WhenAll(items).ContinueWith(_ => { }, Token, TaskContinuationOptions.None, TaskScheduler.Default);
        return items;
    }
}
