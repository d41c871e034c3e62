using Bot.Channels.WebChat;
using Bot.Grids.SignIn;
using Bot.Hosting.Settings;
using Bot.Hosting.Web;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Bot.Hosting;

/// <summary>What every page and endpoint stands on.</summary>
internal static class HostingServices
{
    public static IServiceCollection AddHosting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRouting();
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "bot.form");
        services.AddHealthChecks();
        services.AddOptions<ProxyOptions>().Bind(configuration.GetSection(ProxyOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<PublicAddress>().AddSingleton<SettingsDesk>();
        services.AddSingleton<Greeting>();
        services.AddHostedService<AddressFile>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        return services;
    }

    public static WebApplication UseHosting(this WebApplication app)
    {
        app.UseProxies();
        app.Services.GetRequiredService<Exposure>().IsBehindProxy = app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Each.Any();
        app.UseExceptionHandler(ErrorPages.Handler);
        app.UseSecurityHeaders();
        app.UseStatusCodePages(context => ErrorPages.WriteAsync(context.HttpContext));
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseCrossSiteGuard();
        app.UseAntiforgery();
        return app;
    }

    public static IEndpointRouteBuilder MapHosting(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = TellHealth }).AllowAnonymous();
        routes.MapGet("/", Home).AllowAnonymous();
        // takes the request as it is: the generator of endpoints forgets the route of a fallback that has a handler
        routes.MapFallback("{**path}", NotFound).AllowAnonymous();
        return routes;
    }

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task TellHealth(HttpContext http, HealthReport report) => HealthAnswer.WriteAsync(
        http, report, http.User.May(Access.ReaderPolicy) || http.RequestServices.GetRequiredService<Exposure>().IsLocal(http.Request));

    private static RedirectHttpResult Home(HttpContext http, Exposure exposure) =>
        http.User.May(Access.ReaderPolicy) || !exposure.IsLocal(http.Request)
            ? TypedResults.LocalRedirect("/console")
            : TypedResults.LocalRedirect("/playground");
}
