using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Ai.Embeddings;

/// <summary>Without vectors questions are searched by their words; nothing stops.</summary>
internal sealed class EmbeddingCheck(EmbeddingClient? client = null) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(client is { IsBroken: true }
            ? HealthCheckResult.Degraded("向量模型没连上，先只按字词找答案")
            : HealthCheckResult.Healthy(client is null ? "没有配置向量模型" : null));
}
