using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Notices.Scheduling;

/// <summary>The scheduler runs and the notices were looked through lately.</summary>
internal sealed class SchedulerCheck(SchedulerState state, NoticeClock clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(state switch
        {
            { Failure: { } failure } => HealthCheckResult.Unhealthy($"定时通知出错（{failure}），正在重试，详情见日志"),
            { LookedAt: null } => HealthCheckResult.Degraded("定时通知还在启动"),
            { LookedAt: { } at } when clock.Now - at > 3 * NoticeScheduler.LookEvery => HealthCheckResult.Unhealthy("定时通知几分钟没有动静，请重启程序"),
            _ => HealthCheckResult.Healthy(),
        });
}
