using Bot.Grids;
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
        // those who follow a recall speak through the outbox, which knows the channels, which receive
        services.AddSingleton(provider => new RecallMessage(
            provider.GetRequiredService<WriteQueue>(), provider.GetRequiredService<Inbox>(),
            new Lazy<IEnumerable<IRecallWitness>>(provider.GetServices<IRecallWitness>), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new Reception(
            provider.GetRequiredService<Inbox>(), provider.GetRequiredService<RecallMessage>(), provider.GetRequiredService<CommunityStore>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ConversationBook>().AddSingleton<MemberBook>();
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
