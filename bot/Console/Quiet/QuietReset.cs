using Bot.Grids;
using Bot.Messaging;

namespace Bot.Console.Quiet;

/// <summary>The sample's silences go with the sample.</summary>
internal sealed class QuietReset(CommunityStore community, Silences silences) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        community.Cleared += silences.Forget;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        community.Cleared -= silences.Forget;
        return Task.CompletedTask;
    }
}
