using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Backups;

/// <summary>The last backup did not fail.</summary>
internal sealed class BackupCheck(BackupDesk desk) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(desk.State.Failure is not null ? HealthCheckResult.Degraded("备份没有做成，原因在后台“备份”页") : HealthCheckResult.Healthy());
}
