using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Backups;

/// <summary>The last backup did not fail.</summary>
internal sealed class BackupCheck(BackupDesk desk) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(desk.State.Failure is { } failure ? HealthCheckResult.Degraded($"备份没有做成：{failure}") : HealthCheckResult.Healthy());
}
