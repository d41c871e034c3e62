using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Ai;

/// <summary>A model that is down is a degraded program, never a failed one.</summary>
internal sealed class ModelCheck(ModelClient model) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(model.IsBroken
            ? HealthCheckResult.Degraded("大模型没连上，先不问它；判断由内置的识别程序做")
            : HealthCheckResult.Healthy(model.IsOn ? null : "没有配置大模型"));
}
