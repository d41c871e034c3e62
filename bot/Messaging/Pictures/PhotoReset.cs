using Bot.Grids;

namespace Bot.Messaging.Pictures;

/// <summary>Removes the photos together with the sample community they were sent in.</summary>
internal sealed class PhotoReset(CommunityStore community, PhotoStore photos) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        community.Cleared += photos.RemoveAll;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        community.Cleared -= photos.RemoveAll;
        return Task.CompletedTask;
    }
}
