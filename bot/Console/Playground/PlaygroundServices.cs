using Bot.Channels.WebChat;
using Bot.Grids.SignIn;
using Microsoft.Extensions.Options;

namespace Bot.Console.Playground;

/// <summary>模拟群: the page of the simulated group chat, and why the bot said what it said.</summary>
public static class PlaygroundServices
{
    public static IServiceCollection AddPlayground(this IServiceCollection services) =>
        services.AddSingleton<PlaygroundQuery>().AddSingleton<WhyQuery>().AddSingleton<SendFromPage>();

    public static IEndpointRouteBuilder MapPlayground(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IOptions<PlaygroundOptions>>().Value.Enabled)
        {
            PlaygroundEndpoints.Map(routes.MapGroup("/playground").RequireAuthorization(Access.PlaygroundPolicy));
        }
        return routes;
    }
}
