using Bot.Grids.Holidays;

namespace Bot.Grids;

/// <summary>Opens the community and its calendar before anything is served.</summary>
internal sealed class CommunityLoader(CommunityStore store, HolidayStore holidays) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.OpenAsync(cancellationToken);
        await holidays.OpenAsync(cancellationToken);
        store.Cleared += holidays.Forget;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        store.Cleared -= holidays.Forget;
        return Task.CompletedTask;
    }
}
