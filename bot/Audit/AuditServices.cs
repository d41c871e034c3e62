using System.Net;
using System.Text.RegularExpressions;
using Bot.Storage;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Bot.Audit;

public static partial class AuditServices
{
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services.AddSingleton<AuditTrail>().AddSingleton<AuditCheck>();

    /// <summary>After routing and authentication: whatever a post of the console writes is recorded as the act of whoever is signed in.</summary>
    public static IApplicationBuilder UseAudit(this IApplicationBuilder app)
    {
        app.ApplicationServices.GetRequiredService<WriteQueue>().Witness =
            app.ApplicationServices.GetRequiredService<AuditTrail>().WitnessAsync;
        // async: what it sets ends with the request
        return app.Use(async (http, next) =>
        {
            Actor.Current = ActorOf(http);
            await next(http);
        });
    }

    /// <summary>Records that somebody asked for this, before it is given; for downloads, which write nothing.</summary>
    /// <param name="act">A code like "tickets/export".</param>
    public static TBuilder Audited<TBuilder>(this TBuilder builder, string act) where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(async (context, next) =>
        {
            HttpContext http = context.HttpContext;
            await http.RequestServices.GetRequiredService<AuditTrail>().RecordAsync(
                new AuditAct(act, TargetOf(http), Person: http.User.Identity?.Name ?? "", Address: AddressOf(http)), http.RequestAborted);
            return await next(context);
        });

    public static string? AddressOf(HttpContext http) => http.Connection.RemoteIpAddress is not { } address ? null
        : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address) is var plain && IPAddress.IsLoopback(plain) ? "本机" : plain.ToString();

    // What the simulated chat says is a resident's; signing in has lines of its own
    private static Actor? ActorOf(HttpContext http) =>
        !HttpMethods.IsGet(http.Request.Method) && http.User.Identity?.Name is { Length: > 0 } person
        && http.GetEndpoint() is RouteEndpoint { RoutePattern: { } pattern } && CodeOf(pattern, http) is { } act
            ? new Actor(person, AddressOf(http), act, TargetOf(http))
            : null;

    private static string? CodeOf(RoutePattern pattern, HttpContext http)
    {
        string[] parts = [.. pattern.PathSegments.Select(segment => segment.Parts[0]).Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart parameter when Word().IsMatch($"{http.Request.RouteValues[parameter.Name]}") => $"{http.Request.RouteValues[parameter.Name]}",
            _ => "",
        }).Where(part => part.Length > 0)];
        return parts is ["console", .. var rest] ? string.Join('/', rest) : parts is ["signout"] ? "signout" : null;
    }

    // Numbers only: a name in an address may be anything
    private static string? TargetOf(HttpContext http) =>
        http.Request.RouteValues.Values.Select(value => $"{value}").LastOrDefault(value => Number().IsMatch(value));

    [GeneratedRegex("^[a-z][a-z-]{1,19}$")]
    private static partial Regex Word();

    [GeneratedRegex("^[0-9]{1,18}$")]
    private static partial Regex Number();
}
