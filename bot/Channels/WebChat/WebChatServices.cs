using Bot.Channels.WebChat.Example;
using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Messaging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WebChat;

/// <summary>The simulated group chat: a channel of our own.</summary>
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
        services.AddSingleton<IChannel, WebChatChannel>();
        services.AddSingleton<ConversationFeed>();
        services.AddSingleton<Conversations>();
        services.AddSingleton<EventStream>();
        services.AddSingleton(provider => new PostMessageHandler(
            provider.GetRequiredService<CommunityStore>(), provider.GetRequiredService<Inbox>(), provider.GetRequiredService<ConversationFeed>()));
        services.AddSingleton<ExamplePlayer>().AddHostedService(provider => provider.GetRequiredService<ExamplePlayer>());
        return services;
    }

    public static IEndpointRouteBuilder MapWebChat(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<IOptions<PlaygroundOptions>>().Value.Enabled)
        {
            ChatEndpoints.Map(routes.MapGroup("/playground").RequireAuthorization(Access.PlaygroundPolicy));
        }
        return routes;
    }
}
