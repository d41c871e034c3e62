using Tests.Support;

namespace Tests.Channels.WeCom;

/// <summary>The whole program with a callback, and the vendor's addresses beside it.</summary>
public sealed class CallbackRig : IAsyncLifetime
{
    public const string Token = "QDG6eK";
    public const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    internal FakeGateway Gateway { get; private set; } = null!;

    public BotHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Gateway = await FakeGateway.StartAsync();
        Host = await BotHost.StartAsync(settings:
            [("Channels:WeCom:Token", Token), ("Channels:WeCom:EncodingAesKey", Key), ("Channels:WeCom:Api", Gateway.Address), ("Logging:LogLevel:Default", "None")]);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Gateway.DisposeAsync();
    }
}
