using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Storage;

/// <summary>The database can be read and its schema is the one this program expects.</summary>
internal sealed class DatabaseCheck(Database database, IDbContextFactory<BotDbContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!database.IsOpen)
        {
            return HealthCheckResult.Unhealthy("数据库还没有打开");
        }
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        bool pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
        return pending ? HealthCheckResult.Unhealthy("数据库结构还没有更新完") : HealthCheckResult.Healthy();
    }
}
