using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Bot.Open311;

/// <summary>Open311 GeoReport v2 (http://wiki.open311.org/GeoReport_v2).</summary>
public static class Open311Services
{
    public static IServiceCollection AddOpen311(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<Open311Options>().Bind(configuration.GetSection(Open311Options.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<Open311Options>, ClientCheck>();
        return services.AddSingleton<Clients>().AddSingleton<Door>().AddSingleton<RequestQuery>().AddSingleton<FileRequestHandler>().AddSingleton<Endpoints>();
    }

    public static IEndpointRouteBuilder MapOpen311(this IEndpointRouteBuilder routes)
    {
        Endpoints endpoints = routes.ServiceProvider.GetRequiredService<Endpoints>();
        RouteGroupBuilder open = routes.MapGroup("");
        open.MapGet("/open311/discovery.{format}", endpoints.DiscoverAsync);
        open.MapGet($"{Endpoints.Base}/services.{{format}}", endpoints.ServicesAsync);
        open.MapGet($"{Endpoints.Base}/services/{{code}}.{{format}}", endpoints.ServiceAsync);
        open.MapGet($"{Endpoints.Base}/requests.{{format}}", endpoints.ListAsync);
        open.MapGet($"{Endpoints.Base}/requests/{{id}}.{{format}}", endpoints.FindAsync);
        open.MapGet($"{Endpoints.Base}/request/{{id}}.{{format}}", endpoints.FindOneAsync);
        open.MapGet($"{Endpoints.Base}/tokens/{{token}}.{{format}}", endpoints.TokenAsync);
        open.MapPost($"{Endpoints.Base}/requests.{{format}}", endpoints.FileAsync).WithMetadata(new RequestSizeLimitAttribute(Door.LargestBody));
        // each asks for a key itself, but for the first
        open.DisableAntiforgery().AllowAnonymous();
        return routes;
    }
}
