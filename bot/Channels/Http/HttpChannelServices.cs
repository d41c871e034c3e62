using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Activities;
using Bot.Messaging.Conversations;
using Bot.Messaging.Members;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Http;

/// <summary>A channel for any gateway that can sign: one for each that is configured.</summary>
public static class HttpChannelServices
{
    public static IServiceCollection AddHttpChannel(this IServiceCollection services, IConfiguration configuration)
    {
        IConfigurationSection section = configuration.GetSection(HttpChannelOptions.Section);
        services.AddOptions<HttpChannelOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HttpChannelOptions>, GatewayCheck>();
        services.AddSingleton<Gateways>().AddSingleton<HttpChannels>().AddSingleton<SeenNonces>().AddSingleton<CallbackClient>().AddSingleton<MessageEndpoint>();
        foreach (IConfigurationSection gateway in section.GetSection(nameof(HttpChannelOptions.Gateways)).GetChildren())
        {
            services.AddSingleton<IChannel>(provider => new HttpChannel(
                provider.GetRequiredService<Gateways>()[gateway.Key], provider.GetRequiredService<CallbackClient>(), provider.GetRequiredService<ConversationBook>(),
                provider.GetRequiredService<MemberBook>(), provider.GetRequiredService<CommunityStore>(), provider.GetRequiredService<TimeProvider>()));
        }
        return services.AddOpenApi(Description.Configure);
    }

    public static IEndpointRouteBuilder MapHttpChannel(this IEndpointRouteBuilder routes)
    {
        MessageEndpoint messages = routes.ServiceProvider.GetRequiredService<MessageEndpoint>();
        routes.MapPost("/channels/http/messages", (Delegate)messages.HandleAsync)
            .Accepts<Activity>("application/json")
            .Produces<Receipt>()
            .Produces<Refusal>(StatusCodes.Status400BadRequest).Produces<Refusal>(StatusCodes.Status401Unauthorized)
            .Produces<Refusal>(StatusCodes.Status413PayloadTooLarge).Produces<Refusal>(StatusCodes.Status503ServiceUnavailable)
            .WithMetadata(new RequestSizeLimitAttribute(SignedRequest.LargestBody)).WithGroupName(Description.Group).DisableAntiforgery().AllowAnonymous()
            // the signature is all it asks for: what is meant for pages need not run
            .ShortCircuit();
        routes.MapOpenApi("/channels/http/openapi.json").AllowAnonymous();
        return routes;
    }
}
