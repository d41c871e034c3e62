using Bot.Messaging;
using Bot.Messaging.Connections;
using Microsoft.Extensions.Options;

namespace Bot.Channels.DingTalk.Stream;

/// <summary>How the Stream connections stand; each message comes over one of them.</summary>
internal sealed class StreamLines
{
    public StreamLines(IOptions<DingTalkOptions> options, TimeProvider clock, ILogger<StreamLines> logger) =>
        Loops = [.. Enumerable.Range(0, options.Value.Connections).Select(_ => new ConnectionLoop(DingTalkChannel.ChannelName, clock, logger))];

    public IReadOnlyList<ConnectionLoop> Loops { get; }

    public ConnectionState State
    {
        get
        {
            ConnectionState[] states = [.. Loops.Select(loop => loop.State)];
            if (states.Length == 1) { return states[0]; }
            ConnectionState[] up = [.. states.Where(state => state.IsUp)];
            return up.Length == 0 ? states.FirstOrDefault(state => !state.IsGivenUp) ?? states[0] : new ConnectionState(true, up.Min(state => state.Since), $"已连接 {up.Length} 条，共 {states.Length} 条");
        }
    }

    /// <summary>False when all are up.</summary>
    public bool Again()
    {
        // each is told, not only until the first that was down
        bool[] told = [.. Loops.Select(loop => loop.Again())];
        return told.Contains(true);
    }
}
