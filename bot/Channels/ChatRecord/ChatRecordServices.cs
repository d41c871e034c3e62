using Bot.Messaging;

namespace Bot.Channels.ChatRecord;

/// <summary>Chat records that people paste or upload.</summary>
public static class ChatRecordServices
{
    public static IServiceCollection AddChatRecord(this IServiceCollection services)
    {
        services.AddSingleton<IChannel, ChatRecordChannel>();
        services.AddSingleton<RecordDesk>();
        services.AddSingleton<PasteRecordHandler>().AddSingleton<ChangeRecordHandler>();
        services.AddSingleton<TakeRecordHandler>().AddSingleton<DiscardRecordHandler>();
        services.AddHostedService<RecordForgetter>();
        return services;
    }
}
