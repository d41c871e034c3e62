using System.Net.Http.Headers;
using System.Text;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Channels.BotFramework;

/// <summary>The whole program as a bot registered with the stub.</summary>
public sealed class BotFrameworkRig : IAsyncLifetime
{
    public BotHost Host { get; private set; } = null!;

    public ServiceStub Service { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Service.StartAsync();
        Host = await BotHost.StartAsync(clock: TimeProvider.System, settings:
        [
            ("Channels:BotFramework:AppId", ServiceStub.AppId), ("Channels:BotFramework:AppSecret", "only for this test"),
            ("Channels:BotFramework:Metadata", Service.Metadata), ("Channels:BotFramework:TokenUrl", Service.Address + "/token"),
            ("Channels:BotFramework:ServiceUrls", Service.ServiceUrl), ("Logging:LogLevel:Default", "Error"), ("Outbox:FirstRetry", "00:00:00.2"),
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Service.DisposeAsync();
    }

    public string Body(string id, string text = "3号楼电梯坏了", string channel = "msteams", string? serviceUrl = null, string conversation = "19:abc@thread.tacv2") =>
        Service.Said(id, text, channel, serviceUrl, conversation);

    public async Task<int> SendAsync(string? authorization, byte[] body, string type = "application/json")
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (authorization is not null) { request.Headers.TryAddWithoutValidation("Authorization", authorization); }
        using HttpResponseMessage response = await Host.Client.SendAsync(request, Token);
        return (int)response.StatusCode;
    }

    public Task<int> SendAsync(string? authorization, string body) => SendAsync(authorization, Encoding.UTF8.GetBytes(body));

    public async Task<T> ReadAsync<T>(Func<BotDbContext, Task<T>> read)
    {
        await using BotDbContext db = await Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await read(db);
    }

    public Task<List<Message>> StoredAsync() => ReadAsync(db => db.Set<Message>().AsNoTracking()
        .Where(message => message.Channel == "botframework" && message.Role != SenderRole.Bot).OrderBy(message => message.Seq).ToListAsync(Token));

    public async Task<OutboxMessage> SayAsync(OutboxMessage row, OutboxState state)
    {
        await Host.Get<WriteQueue>().RunAsync(
            (db, _) =>
            {
                Host.Get<Outbox>().Say(db, row);
                return Task.CompletedTask;
            },
            Token);
        OutboxMessage? now = null;
        await Eventually.TrueAsync(async () => (now = await ReadAsync(db => db.Set<OutboxMessage>().AsNoTracking().FirstAsync(each => each.Key == row.Key, Token))).State == state, $"{row.Key} is {state}");
        return now!;
    }
}
