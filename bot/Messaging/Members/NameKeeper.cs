using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging.Members;

/// <summary>Tells members apart whenever the directory has changed, and once at start: an older program let residents' names be taken.</summary>
internal sealed class NameKeeper(
    MemberNames names, WriteQueue writes, IDbContextFactory<BotDbContext> contexts, CommunityStore community, TimeProvider clock, ILogger<NameKeeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly Signal _changed = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        community.Changed += _changed.Set;
        try
        {
            await Task.Yield();
            while (!stoppingToken.IsCancellationRequested)
            {
                await KeepAsync(stoppingToken);
                await _changed.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            community.Changed -= _changed.Set;
        }
    }

    private async Task KeepAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using BotDbContext db = await contexts.CreateDbContextAsync(stoppingToken);
            if (await names.CollideAsync(db, stoppingToken)) { await writes.RunAsync(names.TellApartAsync, stoppingToken); }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            logger.NamesFailed(exception);
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _changed.Set();
        }
    }
}
