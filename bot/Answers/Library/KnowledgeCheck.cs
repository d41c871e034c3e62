using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Answers.Library;

/// <summary>Without the documents the bot still works: every question goes to a person.</summary>
internal sealed class KnowledgeCheck(DocumentStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (await store.ProblemAsync(cancellationToken) is { } problem) { return HealthCheckResult.Degraded($"知识库打不开，提问都转给人：{problem}"); }
        return store switch
        {
            { IsOpen: true, Moving: { } moving } => HealthCheckResult.Healthy($"正在换知识库，已好{moving.Done}/{moving.Total}份，照旧答复"),
            { IsOpen: true, Settled.IsCompleted: true } => HealthCheckResult.Healthy(),
            _ => HealthCheckResult.Degraded("知识库正在准备：提问先转给人"),
        };
    }
}
