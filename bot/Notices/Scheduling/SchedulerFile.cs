using Bot.Storage;
using Microsoft.Data.Sqlite;
using Quartz;

namespace Bot.Notices.Scheduling;

/// <summary>Opens the scheduler on its own file. All it holds can be made anew from the notices, so a file it cannot use is replaced.</summary>
internal sealed class SchedulerFile(
    DataFolder folder, HandleDueNoticeHandler handler, TimeProvider clock, ILoggerFactory loggers) : IAsyncDisposable
{
    private const string FileName = "scheduler.db";
    private ServiceProvider? _services;

    private string File => folder.File(FileName);

    public async Task<IScheduler> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await TryAsync(cancellationToken);
        }
        // A stop while it opens comes as an error of the scheduler and says nothing about the file
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && System.IO.File.Exists(File))
        {
            loggers.CreateLogger<SchedulerFile>().SchedulerRebuilt(File, exception);
            await DisposeAsync();
            foreach (string file in Directory.EnumerateFiles(folder.Path, FileName + "*")) { System.IO.File.Delete(file); }
            return await TryAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is { } services)
        {
            _services = null;
            await services.DisposeAsync();
        }
        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
    }

    private string ConnectionString => new SqliteConnectionStringBuilder { DataSource = File, DefaultTimeout = 5 }.ToString();

    // A container of its own: nothing of it is built before it is needed, and all of it can be built again
    private async Task<IScheduler> TryAsync(CancellationToken cancellationToken)
    {
        ServiceCollection services = new();
        services.AddSingleton(loggers).AddLogging().AddSingleton(clock).AddSingleton(handler);
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(2);
            quartz.UsePersistentStore(store =>
            {
                store.UseSqlite(SqliteFactory.Instance, ConnectionString);
                store.UseSystemTextJsonSerializer();
                store.ProvisionSchema();
            });
            quartz.AddJob<SendDueNotices>(job => job.WithIdentity(SendDueNotices.Key).StoreDurably());
        });
        _services = services.BuildServiceProvider();
        IScheduler scheduler = await _services.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);
        await scheduler.Start(cancellationToken);
        return scheduler;
    }
}
