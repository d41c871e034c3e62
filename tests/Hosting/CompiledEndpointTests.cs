using System.CodeDom.Compiler;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Hosting;

/// <summary>What reads a request into the words of a handler is compiled with the program and not put together at each start.</summary>
public sealed class CompiledEndpointTests
{
    /// <summary>Their forms are read into a class, which cannot be compiled beforehand.</summary>
    private static readonly string[] PutTogetherAtTheStart =
    [
        "/console/knowledge/answers", "/console/knowledge/write", "/console/messages/{seq:long}/correct", "/console/notices/", "/console/notices/{number:int}",
        "/console/records/", "/console/tickets/{number:int}/correct", "/console/tickets/{number:int}/split", "/playground/send",
    ];

    /// <summary>They take the request as it is.</summary>
    private static readonly string[] Plain = ["/healthz", "/readyz", "/{**path}"];

    [Fact]
    public async Task Endpoints_are_compiled_with_the_program()
    {
        await using BotHost host = await BotHost.StartAsync();
        RouteEndpoint[] endpoints = [.. host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
        string[] others = [.. endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<GeneratedCodeAttribute>() is null).Select(endpoint => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}")];
        others.Order(StringComparer.Ordinal).ShouldBe(PutTogetherAtTheStart.Concat(Plain).Order(StringComparer.Ordinal));
    }
}
