namespace Bot.Grids;

/// <summary>Opens the community before anything is served.</summary>
internal sealed class CommunityLoader(CommunityStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.OpenAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
