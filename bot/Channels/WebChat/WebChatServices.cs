using Bot.Grids.SignIn;
using Microsoft.AspNetCore.Authorization;

namespace Bot.Channels.WebChat;

/// <summary>The simulated group chat: a channel of our own and its page.</summary>
public static class WebChatServices
{
    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        services.AddOptions<PlaygroundOptions>().BindConfiguration(PlaygroundOptions.Section);
        services.AddSingleton<Exposure>();
        services.AddSingleton<IAuthorizationHandler, PlaygroundAccess>();
        services.AddAuthorizationBuilder()
            .AddPolicy(Access.PlaygroundPolicy, policy => policy.AddRequirements(new PlaygroundRequirement()))
            .AddPolicy(Access.PhotosPolicy, policy => policy.AddRequirements(new PlaygroundRequirement { WorkersToo = true }));
        return services;
    }

    public static IEndpointRouteBuilder MapWebChat(this IEndpointRouteBuilder routes) => routes;
}
