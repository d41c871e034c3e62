using Bot.Channels.DingTalk.Api;
using Bot.Channels.DingTalk.Callback;
using Bot.Channels.DingTalk.Intake;
using Bot.Channels.DingTalk.Media;
using Bot.Channels.DingTalk.Sending;
using Bot.Channels.DingTalk.Stream;
using Bot.Messaging;
using Bot.Messaging.Pictures;

namespace Bot.Channels.DingTalk;

/// <summary>A bot in 钉钉; there only when something of it is set.</summary>
public static class DingTalkServices
{
    public static IServiceCollection AddDingTalk(this IServiceCollection services, IConfiguration configuration)
    {
        IConfigurationSection section = configuration.GetSection(DingTalkOptions.Section);
        if (section.Get<DingTalkOptions>() is not { IsOn: true } options) { return services; }
        services.AddChannelOptions<DingTalkOptions, DingTalkOptionsCheck>(section);
        services.AddSingleton<ApiClient>().AddSingleton<AccessToken>().AddSingleton<WebhookSpeech>().AddSingleton<RobotSpeech>().AddSingleton<StreamLines>();
        services.AddChannel<DingTalkChannel>();
        if (options.Hears) { services.AddSingleton<MediaAddresses>().AddSingleton<IPictureSource, PictureSource>(); }
        services.AddSingleton<MessageIntake>();
        if (options.IsCalled) { services.AddSingleton<CallbackDoor>(); }
        if (options.Connects) { services.AddSingleton<StreamTickets>().AddHostedService<StreamService>(); }
        return services;
    }

    public static IEndpointRouteBuilder MapDingTalk(this IEndpointRouteBuilder routes)
    {
        CallbackEndpoints.Map(routes);
        return routes;
    }
}
