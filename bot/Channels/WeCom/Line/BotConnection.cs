using System.Text.Json.Nodes;
using System.Threading.Channels;
using Bot.Messaging;
using Bot.Messaging.Connections;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom.Line;

/// <summary>
/// The one long connection of the bot. Who holds the data folder holds it: a second program on the same folder does not start, and one
/// on another folder takes it over for good.
/// </summary>
internal sealed class BotConnection : BackgroundService
{
    private readonly WeComOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly ConnectionLoop _loop;
    private readonly Channel<HeardFrame> _heard = Channel.CreateBounded<HeardFrame>(new BoundedChannelOptions(10_000) { SingleReader = true });
    private volatile BotSession? _session;

    public BotConnection(IOptions<WeComOptions> options, TimeProvider clock, ILogger<BotConnection> logger)
    {
        (_options, _clock, _logger) = (options.Value, clock, logger);
        _loop = new ConnectionLoop(WeComChannel.ChannelName, clock, logger);
    }

    public ConnectionState State => _loop.State;

    public bool Again() => _loop.Again();

    public ChannelReader<HeardFrame> Heard => _heard.Reader;

    public bool IsDoubtful(string requestId) => _session?.IsDoubtful(requestId) ?? false;

    public Task<Ack> AskAsync(string command, string requestId, JsonObject body, CancellationToken cancellationToken) =>
        _session?.AskAsync(command, requestId, body, cancellationToken) ?? Task.FromResult(new Ack(AckKind.NotSaid));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (_options.Connects) { await _loop.RunAsync(SessionAsync, stoppingToken); }
        }
        finally
        {
            _heard.Writer.Complete();
        }
    }

    private async Task<ConnectionEnd> SessionAsync(CancellationToken cancellationToken)
    {
        using FrameSocket socket = await FrameSocket.ConnectAsync(new Uri(_options.Gateway), _clock, cancellationToken);
        try
        {
            return await new BotSession(socket, _options, _heard.Writer, _clock, _logger).RunAsync(Begin, cancellationToken);
        }
        finally
        {
            _session = null;
        }
    }

    private void Begin(BotSession session)
    {
        _session = session;
        _loop.Up();
    }
}
