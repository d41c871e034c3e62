using Bot.Channels.Feishu.Intake;
using Bot.Channels.Feishu.Sending;
using Bot.Messaging;
using Bot.Messaging.Connections;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Feishu.Line;

/// <summary>Keeps the long connection up. The vendor allows several for one app and gives each event to one of them.</summary>
internal sealed class LineConnection : BackgroundService
{
    private readonly FeishuOptions _options;
    private readonly LineEndpoint _endpoint;
    private readonly BotIdentity _identity;
    private readonly EventIntake _intake;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ConnectionLoop _loop;

    public LineConnection(
        IOptions<FeishuOptions> options, LineEndpoint endpoint, BotIdentity identity, EventIntake intake, TimeProvider clock, ILogger<LineConnection> logger)
    {
        (_options, _endpoint, _identity, _intake, _clock, _logger) = (options.Value, endpoint, identity, intake, clock, logger);
        _loop = new ConnectionLoop(FeishuChannel.ChannelName, clock, logger);
    }

    public ConnectionState State => _loop.State;

    public bool Again() => _loop.Again();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        _options is { HasApp: true, Events: EventMode.LongConnection } ? _loop.RunAsync(SessionAsync, stoppingToken) : Task.CompletedTask;

    private async Task<ConnectionEnd> SessionAsync(CancellationToken cancellationToken)
    {
        (LineAddress? address, ConnectionEnd? end) = await _endpoint.FindAsync(cancellationToken);
        if (address is null) { return end!; }
        // without it nobody could tell what names the bot
        if (await _identity.GetAsync(cancellationToken) is { Id: null } unknown) { return new ConnectionEnd(EndReason.Lost, unknown.Problem!); }
        using FrameSocket socket = await FrameSocket.ConnectAsync(address.Url, _clock, cancellationToken);
        _loop.Up();
        using LineSession session = new(socket, address, _intake, _clock, _logger);
        return await session.RunAsync(cancellationToken);
    }
}
