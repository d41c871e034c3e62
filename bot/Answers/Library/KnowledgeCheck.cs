using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Answers.Library;

/// <summary>Without the documents the bot still works: every question goes to a person.</summary>
internal sealed class KnowledgeCheck(DocumentStore store, TimeProvider clock) : IHealthCheck
{
    // anybody may ask for the health, and each time would be a request to the server of the documents
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);
    private (DateTimeOffset At, string? Problem)? _last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (await ProblemAsync(cancellationToken) is { } problem) { return HealthCheckResult.Degraded($"知识库打不开，提问都转给人：{problem}"); }
        return store switch
        {
            { IsOpen: true, Moving: { } moving } => HealthCheckResult.Healthy($"正在换知识库，已好{moving.Done}/{moving.Total}份，照旧答复"),
            { IsOpen: true, Settled.IsCompleted: true } => HealthCheckResult.Healthy(),
            _ => HealthCheckResult.Degraded("知识库正在准备：提问先转给人"),
        };
    }

    private async Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (_last is { } last && now - last.At < Kept) { return last.Problem; }
        string? problem = await store.ProblemAsync(cancellationToken);
        _last = (now, problem);
        return problem;
    }
}
