using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Tests.Support;

namespace Tests.Hosting;

/// <summary>A line of endpoints.txt: who may use an endpoint.</summary>
/// <param name="Who">open, playground, photos, or the least of reader, worker, lead, community, admin.</param>
internal sealed record EndpointRow(string Method, string Route, string Who)
{
    private static readonly string[] Levels = [Access.AdminPolicy, Access.CommunityPolicy, Access.LeadPolicy, Access.WorkerPolicy, Access.ReaderPolicy];

    public static string File => Repository.File("tests", "Hosting", "endpoints.txt");

    /// <summary>An address with something in the place of each parameter.</summary>
    public string Address(string value) => System.Text.RegularExpressions.Regex.Replace(Route, @"\{[^}]+\}", value);

    public override string ToString() => $"{Who,-10} {Method,-5} {Route}";

    public static IReadOnlyList<EndpointRow> Expected() =>
        [.. System.IO.File.ReadAllLines(File).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(parts => new EndpointRow(parts[1], parts[2], parts[0]))];

    public static IReadOnlyList<EndpointRow> Actual(EndpointDataSource source) =>
        [.. source.Endpoints.OfType<RouteEndpoint>().SelectMany(Of).Distinct()
            .OrderBy(row => row.Route, StringComparer.Ordinal).ThenBy(row => row.Method, StringComparer.Ordinal)];

    private static IEnumerable<EndpointRow> Of(RouteEndpoint endpoint)
    {
        string[] policies = [.. endpoint.Metadata.OfType<IAuthorizeData>().Select(data => data.Policy ?? "")];
        string who = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "open"
            : Levels.FirstOrDefault(policies.Contains) ?? policies.FirstOrDefault() ?? "nobody";
        string route = $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}";
        return (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new EndpointRow(method, route, who));
    }
}
