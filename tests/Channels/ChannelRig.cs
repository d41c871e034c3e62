using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tests.Support;

namespace Tests.Channels;

/// <summary>A channel at work between a real file and the fake of its vendor, on a clock moved by hand.</summary>
internal abstract class ChannelRig(string channel, string section, FakeVendor vendor) : IAsyncDisposable
{
    public const string Group = "锦绣苑一网格群";

    private const string Directory =
        """
        {"community":"桂花社区","bot_names":["网格小助手"],"groups":{"锦绣苑一网格群":"锦绣苑","锦绣苑二网格群":"锦绣苑"},"compounds":[{"name":"锦绣苑"}],
         "people":[{"name":"陈一","role":"lead","title":"陈网格长","groups":["锦绣苑一网格群"]},{"name":"管理员","role":"admin"}]}
        """;

    private readonly TempFolder _folder = new();

    public ManualTimeProvider Clock { get; } = new();

    public StorageHost Host { get; private set; } = null!;

    public IChannel Channel => Host.Services.GetServices<IChannel>().Single(known => known.Name == channel);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task SayAsync(string key, string conversation, string text = "记下了", string? replyTo = null, long? recalls = null, string? through = null) => Host.Writes.RunAsync(
        (db, _) => Task.FromResult(Host.Outbox.Say(db, new OutboxMessage
        {
            Key = key,
            Channel = through ?? channel,
            Conversation = conversation,
            Text = text,
            ReplyTo = replyTo,
            Recalls = recalls,
            Always = true,
        })), Token);

    public Task<OutboxMessage> RowAsync(string key) => Host.ReadAsync(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync(row => row.Key == key, Token));

    public async Task<OutboxMessage> BecomesAsync(string key, OutboxState state)
    {
        await Eventually.TrueAsync(async () => (await RowAsync(key)).State == state, $"{key} is {state}");
        return await RowAsync(key);
    }

    /// <summary>Tried so often and to be tried again.</summary>
    public async Task<OutboxMessage> WaitsAsync(string key, int tries = 1)
    {
        await Eventually.TrueAsync(async () => await RowAsync(key) is { State: OutboxState.Queued } row && row.Attempts >= tries, $"{key} waits");
        return await RowAsync(key);
    }

    /// <summary>Waits for a next try and moves there.</summary>
    public async Task<TimeSpan> AdvanceToRetryAsync(string key, int tries = 1)
    {
        DateTimeOffset next = (await WaitsAsync(key, tries)).NextAttemptAt;
        await Eventually.TrueAsync(() => Wakes(next) is not null, $"a timer for {key}");
        TimeSpan wait = next - Clock.GetUtcNow();
        Clock.AdvanceTo(Wakes(next)!.Value);
        return wait;
    }

    /// <summary>Moves from try to try, however many there were meanwhile.</summary>
    public Task AdvanceUntilSentAsync(string key)
    {
        int late = 0;
        return Eventually.TrueAsync(
            async () =>
            {
                OutboxMessage row = await RowAsync(key);
                bool waits = row is { State: OutboxState.Queued, Attempts: > 0 };
                if (waits && Wakes(row.NextAttemptAt) is { } next) { Clock.AdvanceTo(next); }
                // a sender that went to sleep while the clock was moved sleeps too long
                else if (waits && row.NextAttemptAt <= Clock.GetUtcNow() && ++late % 300 == 0 && Clock.NextTimer is { } any) { Clock.AdvanceTo(any); }
                return row.State == OutboxState.Sent;
            },
            $"{key} is sent");
    }

    // the sender sleeps whole milliseconds, and a clock moved over a pause of chance stands between two
    private DateTimeOffset? Wakes(DateTimeOffset due) =>
        Clock.NextTimer is { } next && next <= due.AddMilliseconds(1) ? next > due ? next : due : null;

    /// <summary>Moves the clock from timer to timer until it is so; over pauses that are no longer than <paramref name="longest"/>.</summary>
    public Task AdvanceUntilAsync(Func<Task<bool>> condition, TimeSpan longest, string what) => Eventually.TrueAsync(
        async () =>
        {
            if (await condition()) { return true; }
            if (Clock.NextTimer is { } next && next <= Clock.GetUtcNow() + longest) { Clock.AdvanceTo(next); }
            return false;
        },
        what);

    public Task AdvanceUntilAsync(Func<bool> condition) => AdvanceUntilAsync(() => Task.FromResult(condition()), TimeSpan.FromSeconds(2), "what is waited for");

    public Task<List<Message>> StoredAsync() => Host.ReadAsync(db =>
        db.Set<Message>().AsNoTracking().Where(message => message.Role != SenderRole.Bot).OrderBy(message => message.Seq).ToListAsync(Token));

    public Task RunSqlAsync(string sql) => Host.Writes.RunAsync((db, token) => db.Database.ExecuteSqlRawAsync(sql, token), Token);

    /// <summary>Somebody of the directory is that user there.</summary>
    public Task KnowAsync(string user, string person) => Host.Writes.RunAsync(
        (db, token) => db.Set<Member>().Where(member => member.ExternalId == user).ExecuteUpdateAsync(set => set.SetProperty(member => member.Person, person), token), Token);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await vendor.DisposeAsync();
        _folder.Dispose();
    }

    protected abstract void Add(IServiceCollection services, IConfiguration configuration);

    /// <param name="settings">Below the section of the channel; the last of the same name counts.</param>
    protected async Task StartHostAsync(params IEnumerable<(string Key, string Value)> settings)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings
            .GroupBy(setting => setting.Key).Select(same => KeyValuePair.Create($"{section}:{same.Key}", (string?)same.Last().Value))).Build();
        Host = await StorageHost.StartAsync(_folder.Path, Clock, services =>
        {
            services.AddLogging(logging => logging.ClearProviders());
            Add(services, configuration);
        }, ("Privacy:Consent", ""));
    }

    protected async Task ImportAsync() =>
        (await Host.Services.GetRequiredService<CommunityStore>().ImportAsync(Directory, "管理员", clearSample: true, Token)).Errors.ShouldBeEmpty();
}
