using Bot.Console.Frame;
using Bot.Console.Parts;
using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Antiforgery;

namespace Bot.Console;

/// <summary>The pages of grid workers and administrators.</summary>
public static class ConsoleServices
{
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddAntiforgery();
        services.AddSingleton<LocalTime>();
        services.AddSingleton<LiveQuery>();
        services.AddSingleton<LiveEvents>();
        services.AddScoped<FrameQuery>();
        return services;
    }

    public static IEndpointRouteBuilder MapConsole(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder console = routes.MapGroup("/console")
            .RequireAuthorization(Access.WorkerPolicy)
            .WithMetadata(new RequireAntiforgeryTokenAttribute(true));
        console.AddEndpointFilter(RefuseForeignPosts);
        console.MapPost("/display", Display.Switch);
        console.MapGet("/events", LiveEvents.Stream);
        return routes;
    }

    // The middleware only notes a missing token; endpoints that bind no form would go on without it
    private static async ValueTask<object?> RefuseForeignPosts(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            ? TypedResults.BadRequest()
            : await next(context);
}
