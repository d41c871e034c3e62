using System.Text.Json.Nodes;
using Bot.Channels.WeCom;
using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tests.Support;

namespace Tests.Channels.WeCom;

/// <summary>The channel at work between a real file and the fake of the vendor, on a clock moved by hand.</summary>
internal sealed class WeComRig : IAsyncDisposable
{
    public const string Group = "锦绣苑一网格群";

    private const string Directory =
        """
        {"community":"桂花社区","bot_names":["网格小助手"],"groups":{"锦绣苑一网格群":"锦绣苑","锦绣苑二网格群":"锦绣苑"},"compounds":[{"name":"锦绣苑"}],
         "people":[{"name":"陈一","role":"lead","title":"陈网格长","groups":["锦绣苑一网格群"]},{"name":"管理员","role":"admin"}]}
        """;

    private readonly TempFolder _folder = new();

    private WeComRig(FakeGateway gateway) => Gateway = gateway;

    public FakeGateway Gateway { get; }

    public ManualTimeProvider Clock { get; } = new();

    public StorageHost Host { get; private set; } = null!;

    public IChannel Channel => Host.Services.GetServices<IChannel>().Single();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static (string, string)[] Bot => [("BotId", FakeGateway.BotId), ("Secret", FakeGateway.Secret)];

    /// <param name="settings">Below the section of the channel.</param>
    public static async Task<WeComRig> StartAsync(params (string Key, string Value)[] settings)
    {
        FakeGateway gateway = await FakeGateway.StartAsync();
        WeComRig rig = new(gateway);
        await rig.StartHostAsync(settings);
        (await rig.Host.Services.GetRequiredService<CommunityStore>().ImportAsync(Directory, "管理员", clearSample: true, Token)).Errors.ShouldBeEmpty();
        if (settings.Any(setting => setting.Key == "BotId")) { await Eventually.TrueAsync(() => rig.Channel.Connection!.IsUp, "the connection"); }
        return rig;
    }

    public async Task RestartAsync(params (string Key, string Value)[] settings)
    {
        await Host.DisposeAsync();
        await StartHostAsync(settings);
    }

    /// <summary>Said in a group, as the vendor hands it in.</summary>
    public static string Said(string id, string text, string from = "zhangsan", string chat = "wrC1") => new JsonObject
    {
        ["msgid"] = id,
        ["aibotid"] = FakeGateway.BotId,
        ["chatid"] = chat,
        ["chattype"] = "group",
        ["from"] = new JsonObject { ["userid"] = from },
        ["msgtype"] = "text",
        ["text"] = new JsonObject { ["content"] = text },
    }.ToJsonString();

    /// <summary>Heard and stored; the conversation is the one that the words were said in.</summary>
    public async Task<string> HearAsync(string id, string text = "@网格助手 电梯坏了", string chat = "wrC1")
    {
        await Gateway.CallAsync($"req-{id}", Said(id, text, chat: chat));
        await Eventually.TrueAsync(async () => (await StoredAsync()).Any(message => message.MessageId == id), $"{id} is stored");
        return (await StoredAsync()).Single(message => message.MessageId == id).Conversation;
    }

    public Task SayAsync(string key, string conversation, string text = "记下了", string? replyTo = null) => Host.Writes.RunAsync(
        (db, _) => Task.FromResult(Host.Outbox.Say(db, new OutboxMessage { Key = key, Channel = "wecom", Conversation = conversation, Text = text, ReplyTo = replyTo })), Token);

    public Task<OutboxMessage> RowAsync(string key) => Host.ReadAsync(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync(row => row.Key == key, Token));

    public Task BecomesAsync(string key, OutboxState state) => Eventually.TrueAsync(async () => (await RowAsync(key)).State == state, $"{key} is {state}");

    /// <summary>Waits for a next try and moves there.</summary>
    public async Task AdvanceToRetryAsync(string key)
    {
        await Eventually.TrueAsync(async () => await RowAsync(key) is { State: OutboxState.Queued, Attempts: > 0 } row && Clock.NextTimer <= row.NextAttemptAt, $"{key} waits");
        Clock.AdvanceTo((await RowAsync(key)).NextAttemptAt);
    }

    public Task<List<Message>> StoredAsync() => Host.ReadAsync(db =>
        db.Set<Message>().AsNoTracking().Where(message => message.Role != SenderRole.Bot).OrderBy(message => message.Seq).ToListAsync(Token));

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
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings
            .Append(("Gateway", Gateway.SocketAddress)).Append(("Api", Gateway.Address))
            .Select(setting => KeyValuePair.Create($"Channels:WeCom:{setting.Item1}", (string?)setting.Item2))).Build();
        Host = await StorageHost.StartAsync(_folder.Path, Clock, services => services.AddLogging(logging => logging.ClearProviders()).AddWeCom(configuration),
            ("Privacy:Consent", ""));
    }
}
