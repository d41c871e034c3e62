namespace Bot.Messaging;

public static class MessagingServices
{
    public static IServiceCollection AddMessaging(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutboxOptions>()
            .Bind(configuration.GetSection(OutboxOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Silences>().AddHostedService(provider => provider.GetRequiredService<Silences>());
        services.AddSingleton<TakeBackHandler>().AddSingleton<CorrectSaidHandler>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<OutboxRows>();
        services.AddSingleton<GroupChannels>().AddSingleton<GroupBudget>().AddSingleton<PrivateWays>();
        services.AddSingleton<SettleDraftHandler>();
        services.AddSingleton<DropOldDraftsHandler>();
        services.AddHostedService<OutboxSender>();
        return services;
    }
}
