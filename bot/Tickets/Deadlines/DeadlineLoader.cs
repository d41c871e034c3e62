using Bot.Grids;

namespace Bot.Tickets.Deadlines;

/// <summary>Opens the times in force before anything is served.</summary>
internal sealed class DeadlineLoader(DeadlineStore store, CommunityStore community) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.OpenAsync(cancellationToken);
        community.Cleared += store.Forget;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        community.Cleared -= store.Forget;
        return Task.CompletedTask;
    }
}
