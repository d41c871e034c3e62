using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Tests.Support;

/// <summary>Storage and messaging on a real SQLite file, without the rest of the program.</summary>
public sealed class StorageHost : IAsyncDisposable
{
    private readonly IHost _host;

    private StorageHost(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public WriteQueue Writes => Services.GetRequiredService<WriteQueue>();

    public Inbox Inbox => Services.GetRequiredService<Inbox>();

    public Outbox Outbox => Services.GetRequiredService<Outbox>();

    public static async Task<StorageHost> StartAsync(
        string folder,
        TimeProvider? clock = null,
        Action<IServiceCollection>? add = null,
        params (string Key, string Value)[] settings)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings
            .Append((Key: "Storage:Path", Value: folder))
            .Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddMessaging(builder.Configuration);
        // empty unless a test opens it
        builder.Services.AddSingleton<FirstCommunity>().AddSingleton<CommunityStore>();
        add?.Invoke(builder.Services);
        await EmptyDatabase.PutIntoAsync(folder);
        IHost host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new StorageHost(host);
    }

    public async Task<T> ReadAsync<T>(Func<BotDbContext, Task<T>> read)
    {
        await using BotDbContext db = await Services.GetRequiredService<IDbContextFactory<BotDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await read(db);
    }

    public Task StopAsync() => _host.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
