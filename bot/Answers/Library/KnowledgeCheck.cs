using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Answers.Library;

/// <summary>Without the documents the bot still works: every question goes to a person.</summary>
internal sealed class KnowledgeCheck(DocumentStore store) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(store switch
        {
            { IsOpen: true, Settled.IsCompleted: true } => HealthCheckResult.Healthy(),
            { Problem: { } problem } => HealthCheckResult.Degraded($"知识库打不开，提问都转给人：{problem}"),
            _ => HealthCheckResult.Degraded("知识库正在准备：提问先转给人"),
        });
}
