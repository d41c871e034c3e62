using Bot.Channels.WeCom.Callback;
using Bot.Channels.WeCom.Intake;
using Bot.Channels.WeCom.Line;
using Bot.Channels.WeCom.Media;
using Bot.Channels.WeCom.Sending;
using Bot.Messaging;
using Bot.Messaging.Pictures;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom;

/// <summary>A bot in 企业微信; there only when something of it is set.</summary>
public static class WeComServices
{
    public static IServiceCollection AddWeCom(this IServiceCollection services, IConfiguration configuration)
    {
        IConfigurationSection section = configuration.GetSection(WeComOptions.Section);
        if (section.Get<WeComOptions>() is not { IsOn: true } options) { return services; }
        services.AddChannelOptions<WeComOptions, WeComOptionsCheck>(section);
        services.AddSingleton<ApiClient>().AddSingleton<BotSpeech>().AddSingleton<WebhookSpeech>().AddSingleton<ReplyOnce>();
        services.AddSingleton<IPictureSource>(provider => new MediaFetcher(provider.GetRequiredService<IOptions<WeComOptions>>()));
        services.AddChannel<WeComChannel>();
        if (options.IsCalled) { services.AddSingleton<CallbackDoor>(); }
        // stopped in the opposite order: what the connection brought last is still stored
        services.AddHostedService<Listening>();
        services.AddSingleton<BotConnection>().AddHostedService(provider => provider.GetRequiredService<BotConnection>());
        return services;
    }

    public static IEndpointRouteBuilder MapWeCom(this IEndpointRouteBuilder routes)
    {
        CallbackEndpoints.Map(routes);
        return routes;
    }
}
