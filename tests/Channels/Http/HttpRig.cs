using System.Security.Cryptography;
using System.Text;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Channels.Http;

/// <summary>The whole program with one gateway, and a signer written from the description alone.</summary>
public sealed class HttpRig : IAsyncLifetime
{
    public const string Secret = "0123456789abcdef0123456789abcdef";
    private const string Path = "/channels/http/messages";

    public BotHost Host { get; private set; } = null!;

    public GatewayStub Gateway { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Gateway.StartAsync();
        Host = await BotHost.StartAsync(settings:
        [
            ("Channels:Http:Gateways:gate1:Secret", Secret), ("Channels:Http:Gateways:gate1:Callback", Gateway.Address),
            ("Channels:Http:Gateways:gate1:Label", "大厅网关"), ("Channels:Http:Gateways:gate1:Recalls", "true"),
            ("Channels:Http:Gateways:deaf:Secret", "another-secret-another-secret-123"), ("Logging:LogLevel:Default", "Error"), ("Outbox:FirstRetry", "00:00:00.2"),
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Gateway.DisposeAsync();
    }

    public long Now => Host.Get<TimeProvider>().GetUtcNow().ToUnixTimeSeconds();

    public static string Body(string id, string text = "3号楼电梯坏了", string conversation = "g1") =>
        $$$"""{"type":"message","id":"{{{id}}}","from":{"id":"u1","name":"12-2-301小沈"},"conversation":{"id":"{{{conversation}}}","isGroup":true,"name":"试用群"},"text":"{{{text}}}"}""";

    public static string Sign(long timestamp, string nonce, byte[] body, string secret = Secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes($"{timestamp}\n{nonce}\n"), .. body]));

    public static string Nonce() => RandomNumberGenerator.GetHexString(32);

    /// <summary>Signed as it must be.</summary>
    public Task<(int Status, string Answer)> SendAsync(string body) => SendAsync(Encoding.UTF8.GetBytes(body));

    public Task<(int Status, string Answer)> SendAsync(byte[] body)
    {
        (long timestamp, string nonce) = (Now, Nonce());
        return SendAsync("gate1", $"{timestamp}", nonce, Sign(timestamp, nonce, body), body);
    }

    public async Task<(int Status, string Answer)> SendAsync(string? key, string? timestamp, string? nonce, string? signature, byte[] body)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        foreach ((string name, string? value) in new[] { ("X-Bot-Key", key), ("X-Bot-Timestamp", timestamp), ("X-Bot-Nonce", nonce), ("X-Bot-Signature", signature) })
        {
            if (value is not null) { request.Headers.TryAddWithoutValidation(name, value); }
        }
        using HttpResponseMessage response = await Host.Client.SendAsync(request, Token);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    public async Task<List<Message>> StoredAsync(string channel = "http-gate1")
    {
        await using BotDbContext db = await Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await db.Set<Message>().AsNoTracking().Where(message => message.Channel == channel && message.Role != SenderRole.Bot)
            .OrderBy(message => message.Seq).ToListAsync(Token);
    }

    public Task SayAsync(string key, string conversation, string text, string? replyTo = null, string channel = "http-gate1") => Host.Get<WriteQueue>().RunAsync(
        (db, _) =>
        {
            Host.Get<Outbox>().Say(db, new OutboxMessage { Key = key, Channel = channel, Conversation = conversation, Text = text, ReplyTo = replyTo, Always = true });
            return Task.CompletedTask;
        },
        Token);

    public async Task<OutboxMessage> RowAsync(string key, OutboxState state)
    {
        OutboxMessage? row = null;
        await Eventually.TrueAsync(async () =>
        {
            await using BotDbContext db = await Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
            row = await db.Set<OutboxMessage>().AsNoTracking().FirstAsync(each => each.Key == key, Token);
            return row.State == state;
        }, $"{key} is {state}");
        return row!;
    }
}
