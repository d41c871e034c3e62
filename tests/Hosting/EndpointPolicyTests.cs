using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Hosting;

public sealed class EndpointPolicyTests
{
    /// <summary>Reviewed: these show nobody's words and change nothing without a secret or a signature.</summary>
    private static readonly string[] Open =
    [
        "/", "/healthz", "/readyz", "/signin", "/signin/{token}", "/signin/oidc", "/signin/oidc/callback", "/{**path}",
        "/api/messages", "/channels/http/messages", "/channels/http/openapi.json", "/channels/wecom", "/channels/dingtalk", "/channels/feishu",
        "/open311/discovery.{format}", "/open311/v2/services.{format}", "/open311/v2/services/{code}.{format}", "/open311/v2/requests.{format}",
        "/open311/v2/requests/{id}.{format}", "/open311/v2/request/{id}.{format}", "/open311/v2/tokens/{token}.{format}",
    ];

    private static readonly string[] Policies = [Access.AdminPolicy, Access.CommunityPolicy, Access.LeadPolicy, Access.WorkerPolicy, Access.ReaderPolicy, Access.PlaygroundPolicy, Access.PhotosPolicy];

    [Fact]
    public async Task Every_endpoint_has_a_policy_or_is_reviewed()
    {
        await using BotHost host = await BotHost.StartAsync();
        RouteEndpoint[] endpoints = [.. host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
        endpoints.Length.ShouldBeGreaterThan(10);
        foreach (RouteEndpoint endpoint in endpoints)
        {
            string route = $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}";
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            {
                Open.ShouldContain(route, "an open endpoint nobody reviewed");
            }
            else
            {
                endpoint.Metadata.OfType<IAuthorizeData>().Select(data => data.Policy)
                    .ShouldContain(policy => Policies.Contains(policy), $"{route} has no policy");
            }
        }
    }

    [Fact]
    public async Task A_stranger_gets_nothing_from_any_page()
    {
        await using BotHost host = await BotHost.StartAsync(settings: ("Playground:Enabled", "false"));
        foreach (RouteEndpoint endpoint in host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.OfType<IAuthorizeData>().Any(data => data.Policy == Access.PhotosPolicy)) { continue; }
            string path = System.Text.RegularExpressions.Regex.Replace(endpoint.RoutePattern.RawText!, @"\{[^}]+\}", "1");
            foreach (string method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                using HttpRequestMessage request = new(new HttpMethod(method), path) { Content = method == "GET" ? null : new MultipartFormDataContent { { new StringContent("1"), "x" } } };
                int status = (int)(await host.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
                status.ShouldBe(401, $"{method} {path}");
            }
        }
    }

    [Fact]
    public async Task Every_answer_carries_the_headers()
    {
        await using BotHost host = await BotHost.StartAsync();
        foreach (string path in new[] { "/signin", "/playground", "/healthz", "/nothing", "/console.css" })
        {
            HttpResponseMessage response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);
            string policy = response.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        }
    }
}
