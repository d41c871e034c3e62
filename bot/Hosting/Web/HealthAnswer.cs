using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Hosting.Web;

/// <summary>Each check, and to those who are signed in or sit at this machine what it found, without exceptions: addresses of servers stand in it.</summary>
internal static class HealthAnswer
{
    public static Task WriteAsync(HttpContext context, HealthReport report, bool isKnown) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(
            entry => entry.Key, entry => new { status = entry.Value.Status.ToString(), Description = isKnown ? entry.Value.Description : null }),
    });
}
