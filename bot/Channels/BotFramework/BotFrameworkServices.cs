using Bot.Messaging;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Bot.Channels.BotFramework;

/// <summary>Teams and whatever else stands behind the Bot Framework.</summary>
public static class BotFrameworkServices
{
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration)
    {
        IConfigurationSection section = configuration.GetSection(BotFrameworkOptions.Section);
        services.AddOptions<BotFrameworkOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotFrameworkOptions>>(new BotFrameworkCheck(configuration));
        // the library that reads tokens is loaded with the first that comes
        services.AddSingleton<IncomingTokens>().AddSingleton(provider => new Lazy<IncomingTokens>(provider.GetRequiredService<IncomingTokens>));
        services.AddSingleton<OwnToken>().AddSingleton<Connector>().AddSingleton<PrivateLines>().AddSingleton<ActivityEndpoint>();
        return section.Get<BotFrameworkOptions>() is { IsOn: true } ? services.AddSingleton<IChannel, BotFrameworkChannel>() : services;
    }

    public static IEndpointRouteBuilder MapBotFramework(this IEndpointRouteBuilder routes)
    {
        ActivityEndpoint activities = routes.ServiceProvider.GetRequiredService<ActivityEndpoint>();
        routes.MapPost("/api/messages", (Func<HttpContext, Task<IResult>>)activities.HandleAsync)
            .WithMetadata(new RequestSizeLimitAttribute(ActivityEndpoint.LargestBody)).DisableAntiforgery().AllowAnonymous();
        return routes;
    }
}
