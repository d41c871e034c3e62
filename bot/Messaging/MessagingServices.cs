using Bot.Messaging.Conversations;
using Bot.Messaging.Members;
using Bot.Messaging.Receiving;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging;

public static class MessagingServices
{
    public static IServiceCollection AddMessaging(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutboxOptions>()
            .Bind(configuration.GetSection(OutboxOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IntakeStatement>();
        services.AddSingleton(provider => new Inbox(
            provider.GetRequiredService<WriteQueue>(), provider.GetRequiredService<IDbContextFactory<BotDbContext>>(),
            provider.GetRequiredService<IntakeStatement>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Inbox>>()));
        services.AddSingleton<Reception>().AddSingleton<ConversationBook>().AddSingleton<MemberBook>();
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
