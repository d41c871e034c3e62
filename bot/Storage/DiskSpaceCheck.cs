using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Bot.Storage;

/// <summary>The disk of the data folder has room left.</summary>
internal sealed class DiskSpaceCheck(DataFolder folder, IOptions<StorageOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        long free = new DriveInfo(folder.Path).AvailableFreeSpace >> 20;
        int wanted = options.Value.MinimumFreeMegabytes;
        return Task.FromResult(free >= wanted
            ? HealthCheckResult.Healthy($"数据盘剩余 {free} MB")
            : HealthCheckResult.Unhealthy($"数据盘只剩 {free} MB，少于 {wanted} MB，请清理磁盘"));
    }
}
