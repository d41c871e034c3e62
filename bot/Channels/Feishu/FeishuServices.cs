using Bot.Channels.Feishu.Intake;
using Bot.Channels.Feishu.Line;
using Bot.Channels.Feishu.Media;
using Bot.Channels.Feishu.Sending;
using Bot.Channels.Feishu.Webhook;
using Bot.Messaging;
using Bot.Messaging.Pictures;

namespace Bot.Channels.Feishu;

/// <summary>A bot in 飞书; there only when something of it is set.</summary>
public static class FeishuServices
{
    public static IServiceCollection AddFeishu(this IServiceCollection services, IConfiguration configuration)
    {
        IConfigurationSection section = configuration.GetSection(FeishuOptions.Section);
        FeishuOptions options = section.Get<FeishuOptions>() ?? new FeishuOptions();
        services.AddChannelOptions<FeishuOptions, FeishuOptionsCheck>(section);
        if (options.HasApp || options.Webhooks.Count > 0) { services.AddSingleton<ApiClient>(); }
        if (options.Webhooks.Count > 0) { services.AddSingleton<IChannel, HookChannel>(); }
        if (!options.HasApp) { return services; }
        services.AddSingleton<TenantToken>().AddSingleton<Api>().AddSingleton<BotIdentity>().AddSingleton<NameBook>();
        services.AddSingleton<Speech>().AddSingleton<Recalling>().AddSingleton<IPictureSource, ResourceFetcher>();
        services.AddChannel<FeishuChannel>();
        // the channel knows the connection, and what the connection brings is the channel's
        services.AddSingleton(provider => new Lazy<FeishuChannel>(provider.GetRequiredService<FeishuChannel>)).AddSingleton<EventIntake>();
        services.AddSingleton<LineEndpoint>().AddSingleton<LineConnection>().AddHostedService(provider => provider.GetRequiredService<LineConnection>());
        return options.IsCalled ? services.AddSingleton<WebhookDoor>() : services;
    }

    public static IEndpointRouteBuilder MapFeishu(this IEndpointRouteBuilder routes)
    {
        WebhookEndpoint.Map(routes);
        return routes;
    }
}
