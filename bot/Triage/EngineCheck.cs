using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Triage;

internal sealed class EngineCheck(EngineStatus status) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(status.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("正在准备：消息先存着，准备好就处理"));
}
