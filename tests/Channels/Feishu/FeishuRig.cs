using Bot.Channels.Feishu;
using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Members;
using Bot.Messaging.Pictures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tests.Support;

namespace Tests.Channels.Feishu;

/// <summary>The channel at work between a real file and the fake of the vendor, on a clock moved by hand.</summary>
internal sealed class FeishuRig : IAsyncDisposable
{
    private const string Directory =
        """
        {"community":"桂花社区","bot_names":["网格小助手"],"groups":{"锦绣苑一网格群":"锦绣苑","锦绣苑二网格群":"锦绣苑"},"compounds":[{"name":"锦绣苑"}],
         "people":[{"name":"陈一","role":"lead","title":"陈网格长","groups":["锦绣苑一网格群"]},{"name":"管理员","role":"admin"}]}
        """;

    private readonly TempFolder _folder = new();

    private FeishuRig(FakeGateway gateway) => Gateway = gateway;

    public FakeGateway Gateway { get; }

    public ManualTimeProvider Clock { get; } = new();

    public StorageHost Host { get; private set; } = null!;

    public IChannel Channel => Host.Services.GetServices<IChannel>().Single(channel => channel.Name == "feishu");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="settings">Below the section of the channel, besides the app's own.</param>
    public static async Task<FeishuRig> StartAsync(params (string Key, string Value)[] settings)
    {
        FeishuRig rig = new(await FakeGateway.StartAsync());
        await rig.StartHostAsync(settings);
        (await rig.Host.Services.GetRequiredService<CommunityStore>().ImportAsync(Directory, "管理员", clearSample: true, Token)).Errors.ShouldBeEmpty();
        await Eventually.TrueAsync(() => rig.Gateway.IsConnected, "the connection");
        return rig;
    }

    public async Task RestartAsync(params (string Key, string Value)[] settings)
    {
        await Host.DisposeAsync();
        int before = Gateway.Connections;
        await StartHostAsync(settings);
        await Eventually.TrueAsync(() => Gateway.Connections > before && Gateway.IsConnected, "the connection");
    }

    /// <summary>Heard and stored; the conversation is the one that the words were said in.</summary>
    public async Task<string> HearAsync(string id, string text = "电梯坏了", string chat = "oc_1", string from = "ou_u1")
    {
        (await Gateway.PushAsync(id, Events.Said(id, text, from, chat))).ShouldBe(200);
        return (await StoredAsync()).Single(message => message.MessageId == id).Conversation;
    }

    public Task SayAsync(string key, string conversation, string text = "记下了", string? replyTo = null, long? recalls = null, string channel = "feishu") => Host.Writes.RunAsync(
        (db, _) => Task.FromResult(Host.Outbox.Say(db, new OutboxMessage
        {
            Key = key,
            Channel = channel,
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

    /// <summary>Waits for a next try and moves there.</summary>
    public async Task<TimeSpan> AdvanceToRetryAsync(string key, int tries = 1)
    {
        await Eventually.TrueAsync(async () => await RowAsync(key) is { State: OutboxState.Queued } row && row.Attempts >= tries && Clock.NextTimer <= row.NextAttemptAt, $"{key} waits");
        TimeSpan wait = (await RowAsync(key)).NextAttemptAt - Clock.GetUtcNow();
        Clock.AdvanceTo((await RowAsync(key)).NextAttemptAt);
        return wait;
    }

    /// <summary>What the channel brings of a picture.</summary>
    public Task<FetchedPicture> FetchAsync(string source) => Host.Services.GetServices<IPictureSource>().Single(known => known.Channel == "feishu")
        .FetchAsync(new Picture { Name = "p", Channel = "feishu", Conversation = "c", MessageId = "m", Source = source }, Token);

    /// <summary>Wakes what the clock, set by hand, has left behind.</summary>
    public async Task AdvanceToNowAsync(string key)
    {
        await Eventually.TrueAsync(() => Clock.NextTimer is not null, $"{key} waits");
        Clock.Advance(TimeSpan.FromSeconds(1));
    }

    public Task<List<Message>> StoredAsync() => Host.ReadAsync(db =>
        db.Set<Message>().AsNoTracking().Where(message => message.Role != SenderRole.Bot).OrderBy(message => message.Seq).ToListAsync(Token));

    /// <summary>Somebody of the directory is that user there.</summary>
    public Task KnowAsync(string user, string person) => Host.Writes.RunAsync(
        (db, token) => db.Set<Member>().Where(member => member.ExternalId == user).ExecuteUpdateAsync(set => set.SetProperty(member => member.Person, person), token), Token);

    public Task RunSqlAsync(string sql) => Host.Writes.RunAsync((db, token) => db.Database.ExecuteSqlRawAsync(sql, token), Token);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Gateway.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartHostAsync((string Key, string Value)[] settings)
    {
        (string Key, string Value)[] own = [("AppId", FakeGateway.AppId), ("AppSecret", FakeGateway.Secret), ("Api", Gateway.Address)];
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(own.Concat(settings)
            .Select(setting => KeyValuePair.Create($"Channels:Feishu:{setting.Key}", (string?)setting.Value))).Build();
        Host = await StorageHost.StartAsync(_folder.Path, Clock, services => services.AddLogging(logging => logging.ClearProviders()).AddFeishu(configuration), ("Privacy:Consent", ""));
    }
}
