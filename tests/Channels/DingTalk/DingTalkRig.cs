using System.Text.Json.Nodes;
using Bot.Channels.DingTalk;
using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Members;
using Knowledge.Reading.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tests.Support;

namespace Tests.Channels.DingTalk;

/// <summary>The channel at work between a real file and the fake of the vendor, on a clock moved by hand.</summary>
internal sealed class DingTalkRig : IAsyncDisposable
{
    public const string Group = "锦绣苑一网格群";

    /// <summary>Among the settings: pictures are fetched as in life, from public addresses alone.</summary>
    public const string Public = "Public";

    private const string Directory =
        """
        {"community":"桂花社区","bot_names":["网格小助手"],"groups":{"锦绣苑一网格群":"锦绣苑","锦绣苑二网格群":"锦绣苑"},"compounds":[{"name":"锦绣苑"}],
         "people":[{"name":"陈一","role":"lead","title":"陈网格长","groups":["锦绣苑一网格群"]},{"name":"管理员","role":"admin"}]}
        """;

    private readonly TempFolder _folder = new();

    private DingTalkRig(FakeGateway gateway) => Gateway = gateway;

    public FakeGateway Gateway { get; }

    public ManualTimeProvider Clock { get; } = new();

    public StorageHost Host { get; private set; } = null!;

    public IChannel Channel => Host.Services.GetServices<IChannel>().Single();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static (string, string)[] App => [("ClientId", FakeGateway.ClientId), ("ClientSecret", FakeGateway.Secret)];

    /// <param name="settings">Below the section of the channel.</param>
    public static async Task<DingTalkRig> StartAsync(params (string Key, string Value)[] settings)
    {
        DingTalkRig rig = new(await FakeGateway.StartAsync());
        await rig.StartHostAsync(settings);
        (await rig.Host.Services.GetRequiredService<CommunityStore>().ImportAsync(Directory, "管理员", clearSample: true, Token)).Errors.ShouldBeEmpty();
        if (settings.Contains(App[0])) { await Eventually.TrueAsync(() => rig.Channel.Connection!.IsUp && rig.Gateway.Connections > 0, "the connection"); }
        return rig;
    }

    public async Task RestartAsync(params (string Key, string Value)[] settings)
    {
        await Host.DisposeAsync();
        await StartHostAsync(settings);
    }

    /// <summary>With an address to answer at for 90 minutes.</summary>
    public JsonObject Answerable(JsonObject message) => message.Answerable(Gateway.SessionAddress, Clock.GetUtcNow().AddMinutes(90));

    /// <summary>Heard, stored and acknowledged; the conversation is the one that the words were said in.</summary>
    public async Task<string> HearAsync(JsonObject message)
    {
        string id = (string)message["msgId"]!;
        await Gateway.PushAsync(Payloads.Frame($"frame-{id}", message));
        await Eventually.TrueAsync(() => Gateway.AckOf($"frame-{id}") is not null, $"{id} is acknowledged");
        return (await StoredAsync()).Single(stored => stored.MessageId == id).Conversation;
    }

    public Task SayAsync(string key, string conversation, string text = "记下了", string? replyTo = null) => Host.Writes.RunAsync(
        (db, _) => Task.FromResult(Host.Outbox.Say(db, new OutboxMessage { Key = key, Channel = "dingtalk", Conversation = conversation, Text = text, ReplyTo = replyTo })), Token);

    public Task<OutboxMessage> RowAsync(string key) => Host.ReadAsync(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync(row => row.Key == key, Token));

    public async Task<OutboxMessage> BecomesAsync(string key, OutboxState state)
    {
        await Eventually.TrueAsync(async () => (await RowAsync(key)).State == state, $"{key} is {state}");
        return await RowAsync(key);
    }

    /// <summary>Tried and to be tried again.</summary>
    public async Task<OutboxMessage> WaitsAsync(string key, int tries = 1)
    {
        await Eventually.TrueAsync(async () => await RowAsync(key) is { State: OutboxState.Queued } row && row.Attempts == tries, $"{key} waits");
        return await RowAsync(key);
    }

    /// <summary>Waits for a next try and moves there.</summary>
    public async Task AdvanceToRetryAsync(string key)
    {
        await Eventually.TrueAsync(async () => await RowAsync(key) is { State: OutboxState.Queued, Attempts: > 0 } row && Clock.NextTimer <= row.NextAttemptAt, $"{key} waits");
        Clock.AdvanceTo((await RowAsync(key)).NextAttemptAt);
    }

    /// <summary>Moves the clock over short pauses until it is so.</summary>
    public async Task AdvanceUntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            if (Clock.NextTimer is { } next && next <= Clock.GetUtcNow().AddSeconds(2)) { Clock.AdvanceTo(next); }
            await Task.Delay(5, Token);
        }
    }

    public Task<List<Message>> StoredAsync() => Host.ReadAsync(db =>
        db.Set<Message>().AsNoTracking().Where(message => message.Role != SenderRole.Bot).OrderBy(message => message.Seq).ToListAsync(Token));

    public Task RunSqlAsync(string sql) => Host.Writes.RunAsync((db, token) => db.Database.ExecuteSqlRawAsync(sql, token), Token);

    /// <summary>Somebody of the directory is that user there.</summary>
    public Task KnowAsync(string user, string person) => Host.Writes.RunAsync(
        (db, token) => db.Set<Member>().Where(member => member.ExternalId == user).ExecuteUpdateAsync(set => set.SetProperty(member => member.Person, person), token), Token);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Gateway.DisposeAsync();
        _folder.Dispose();
    }

    private async Task StartHostAsync((string Key, string Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new[] { ("Api", Gateway.Address), ("WebhookApi", Gateway.Address) }.Concat(settings)
            .Where(setting => setting.Item1 != Public).GroupBy(setting => setting.Item1).Select(same => KeyValuePair.Create($"Channels:DingTalk:{same.Key}", (string?)same.Last().Item2))).Build();
        WebAccess access = settings.Any(setting => setting.Key == Public) ? new WebAccess() : new WebAccess { IsAllowed = _ => true };
        Host = await StorageHost.StartAsync(
            _folder.Path, Clock, services => services.AddSingleton(access).AddLogging(logging => logging.ClearProviders()).AddDingTalk(configuration), ("Privacy:Consent", ""));
    }
}
