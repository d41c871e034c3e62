using Bot.Grids;
using Bot.Messaging.Conversations;
using Bot.Messaging.Members;
using Bot.Messaging.Pictures;
using Bot.Messaging.Privacy;
using Bot.Messaging.Receiving;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Messaging;

public static class MessagingServices
{
    public static IServiceCollection AddMessaging(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutboxOptions>()
            .Bind(configuration.GetSection(OutboxOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IntakeStatement>();
        // the outbox knows the channels, which know the inbox
        services.AddSingleton(provider => new RecordingDesk(
            provider.GetRequiredService<CommunityStore>(), provider.GetRequiredService<RecordingKeys>(),
            new Lazy<Outbox>(provider.GetRequiredService<Outbox>), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<RecordingDesk>>()));
        services.AddSingleton(provider => new Inbox(
            provider.GetRequiredService<WriteQueue>(), provider.GetRequiredService<IDbContextFactory<BotDbContext>>(),
            provider.GetRequiredService<IntakeStatement>(), provider.GetRequiredService<RecordingDesk>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Inbox>>()));
        // those who follow a recall speak through the outbox, which knows the channels, which receive
        services.AddSingleton(provider => new RecallMessage(
            provider.GetRequiredService<WriteQueue>(), provider.GetRequiredService<Inbox>(),
            new Lazy<IEnumerable<IRecallWitness>>(provider.GetServices<IRecallWitness>), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new Reception(
            provider.GetRequiredService<Inbox>(), provider.GetRequiredService<RecallMessage>(), provider.GetRequiredService<CommunityStore>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ConversationBook(
            provider.GetRequiredService<WriteQueue>(), provider.GetRequiredService<IDbContextFactory<BotDbContext>>(), provider.GetRequiredService<CommunityStore>(),
            new Lazy<IEnumerable<IChannel>>(provider.GetServices<IChannel>), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MemberBook>();
        services.AddSingleton<Silences>().AddHostedService(provider => provider.GetRequiredService<Silences>());
        services.AddSingleton<TakeBackHandler>().AddSingleton<CorrectSaidHandler>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<OutboxRows>();
        services.AddSingleton<GroupChannels>().AddSingleton<GroupBudget>().AddSingleton<PrivateWays>();
        services.AddSingleton<SettleDraftHandler>();
        services.AddSingleton<DropOldDraftsHandler>();
        services.AddHostedService<OutboxSender>();
        services.AddPictures();
        return services.AddPrivacy(configuration);
    }

    private static void AddPictures(this IServiceCollection services)
    {
        services.AddSingleton<PhotoStore>().AddSingleton<PictureBook>().AddSingleton<IRecallWitness, RecalledPictures>().AddSingleton<IRecallWitness, RecalledWords>();
        services.AddHostedService<PictureFetcher>().AddHostedService<PhotoReset>();
    }

    private static IServiceCollection AddPrivacy(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<RecordingKeys>().AddHostedService<FormerWishes>();
        services.AddOptions<PrivacyOptions>().Bind(configuration.GetSection(PrivacyOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(provider => new CommunityClock(provider.GetRequiredService<IOptions<CommunityOptions>>().Value.Zone));
        return services.AddSingleton<ConsentPoster>().AddHostedService(provider => provider.GetRequiredService<ConsentPoster>());
    }
}
