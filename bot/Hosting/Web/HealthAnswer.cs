using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bot.Hosting.Web;

/// <summary>Each check with what it found, without exceptions.</summary>
internal static class HealthAnswer
{
    public static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(entry => entry.Key, entry => new { status = entry.Value.Status.ToString(), entry.Value.Description }),
    });
}
