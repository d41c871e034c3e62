using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Channels.Feishu;

/// <summary>The whole program with its webhook, and somebody who posts to it.</summary>
public sealed class WebhookRig : IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public BotHost Host { get; private set; } = null!;

    internal FakeGateway Gateway { get; private set; } = null!;

    internal WebhookSender Sender { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Gateway = await FakeGateway.StartAsync();
        Host = await BotHost.StartAsync(settings:
        [
            ("Channels:Feishu:AppId", FakeGateway.AppId), ("Channels:Feishu:AppSecret", FakeGateway.Secret), ("Channels:Feishu:Api", Gateway.Address),
            ("Channels:Feishu:Events", "Webhook"), ("Channels:Feishu:EncryptKey", WebhookSender.Key), ("Channels:Feishu:VerificationToken", Events.Token),
            ("Channels:Feishu:Hears", "All"), ("Logging:LogLevel:Default", "Critical"),
        ]);
        Sender = new WebhookSender(Host.Client, "/channels/feishu", () => Host.Get<TimeProvider>().GetUtcNow().ToUnixTimeSeconds());
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Gateway.DisposeAsync();
    }

    public async Task<List<Message>> StoredAsync()
    {
        await using BotDbContext db = await Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await db.Set<Message>().AsNoTracking().Where(message => message.Channel == "feishu" && message.Role != SenderRole.Bot).OrderBy(message => message.Seq).ToListAsync(Token);
    }
}
