using Bot.Notices.Scheduling;

namespace Bot.Notices;

public static class NoticeServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<NoticeOptions>()
            .Bind(configuration.GetSection(NoticeOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<NoticeClock>().AddSingleton<NoticesChanged>().AddSingleton<NoticeBook>().AddSingleton<NoticeDesk>();
        services.AddSingleton<SaveNoticeHandler>().AddSingleton<MoveNoticeHandler>().AddSingleton<SendNoticeHandler>()
            .AddSingleton<WithdrawNoticeHandler>().AddSingleton<CorrectNoticeHandler>().AddSingleton<ResendFailedHandler>().AddSingleton<SendMutedHandler>()
            .AddSingleton<HandleDueNoticeHandler>();
        services.AddSingleton<SchedulerState>().AddSingleton<SchedulerFile>().AddSingleton<NoticeTriggers>();
        services.AddHostedService<NoticeScheduler>();
        services.AddHealthChecks().AddCheck<SchedulerCheck>("scheduler", tags: ["ready"]);
        return services;
    }
}
