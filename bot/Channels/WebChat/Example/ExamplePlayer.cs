using System.Threading.Channels;
using Bot.Grids;

namespace Bot.Channels.WebChat.Example;

/// <summary>放一段示例: says the example's lines one by one, as if people wrote them. In the sample community only.</summary>
public sealed class ExamplePlayer(PostMessageHandler post, CommunityStore community, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Channel<string> _asked = Channel.CreateBounded<string>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The group it plays in.</summary>
    public static string Group => ExampleLine.Script[0].Group;

    public bool CanPlay => community.IsSample;

    /// <summary>Begins soon; asked again while it plays, it plays once more at most.</summary>
    public void Play() => _asked.Writer.TryWrite(Guid.NewGuid().ToString("N"));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (string run in _asked.Reader.ReadAllAsync(stoppingToken))
            {
                await PlayAsync(run, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // also when the start failed, which the host would take for a fault of ours
        }
    }

    private async Task PlayAsync(string run, CancellationToken cancellationToken)
    {
        foreach ((int number, ExampleLine line) in ExampleLine.Script.Index())
        {
            if (!CanPlay) { return; }
            await post.HandleAsync(new ChatPost(line.Group, line.Person, $"{run}-{number}", line.Text), cancellationToken);
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }
}
