using Bot.Ai;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tests.Support;

namespace Tests.Ai;

/// <summary>The model's client with its budget on a real store, against a server that misbehaves, on a clock to turn.</summary>
internal sealed class ClientRig : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    public ModelStub Stub { get; private init; } = null!;

    public StorageHost Host { get; private init; } = null!;

    public ManualTimeProvider Clock { get; } = new();

    public LogLines Lines { get; } = new();

    public ModelClient Model => Host.Services.GetRequiredService<ModelClient>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ClientRig> StartAsync(params (string Key, string Value)[] settings)
    {
        ModelStub stub = await ModelStub.StartAsync();
        ClientRig rig = new() { Stub = stub };
        return await rig.OnAsync(settings);
    }

    /// <summary>The same server and store, the program started anew.</summary>
    public async Task<ClientRig> OnAsync((string Key, string Value)[] settings)
    {
        Dictionary<string, string?> all = Stub.Settings.Concat(settings).GroupBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => (string?)pair.Last().Value);
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        LogLines lines = Lines;
        StorageHost host = await StorageHost.StartAsync(_folder.Path, Clock, services =>
        {
            services.AddAi(configuration);
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(lines));
        });
        return new ClientRig(this) { Stub = Stub, Host = host };
    }

    private ClientRig(ClientRig? other = null)
    {
        if (other is not null) { (_folder, Clock, Lines) = (other._folder, other.Clock, other.Lines); }
    }

    public static ModelRequest Question(string words = "你好") =>
        new("test", [new ChatMessage(ChatRole.System, "判断"), new ChatMessage(ChatRole.User, words)], MaxTokens: 100, Temperature: 0);

    public Task<ModelReply> AskAsync(string words = "你好") => Model.AskAsync(Question(words), Token);

    /// <summary>Asks, and lets the clock run until there is an answer.</summary>
    public async Task<ModelReply> AskInTimeAsync(TimeSpan? step = null)
    {
        Task<ModelReply> asking = AskAsync();
        await Eventually.TrueAsync(() =>
        {
            if (!asking.IsCompleted) { Clock.Advance(step ?? TimeSpan.FromSeconds(1)); }
            return asking.IsCompleted;
        }, "there is an answer or none");
        return await asking;
    }

    public Task KeepAsync(ModelOutcome outcome, ModelReply reply) => Host.Writes.RunAsync(
        (db, token) => Host.Services.GetRequiredService<ModelLedger>().WriteAsync(db, "test", outcome, reply, token), Token);

    public Task<List<ModelHour>> HoursAsync() => Host.ReadAsync(db => db.Set<ModelHour>().ToListAsync(Token));

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Stub.DisposeAsync();
        _folder.Dispose();
    }
}
