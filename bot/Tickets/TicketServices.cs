using Bot.Grids;
using Bot.Grids.Holidays;
using Bot.Messaging.Receiving;
using Bot.Tickets.Deadlines;
using Bot.Tickets.Moves;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Tickets;

public static class TicketServices
{
    public static IServiceCollection AddTickets(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TicketOptions>()
            .Bind(configuration.GetSection(TicketOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<AlertOptions>()
            .Bind(configuration.GetSection(AlertOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<TicketOptions>, TicketHoursCheck>().AddSingleton<IValidateOptions<AlertOptions>, AlertStepsCheck>();
        services.TryAddSingleton(provider => new CommunityClock(provider.GetRequiredService<IOptions<CommunityOptions>>().Value.Zone));
        services.AddSingleton<DeadlineStore>().AddHostedService<DeadlineLoader>();
        services.AddSingleton(provider => new TicketDeadlines(
            () => provider.GetRequiredService<DeadlineStore>().Current, () => provider.GetRequiredService<HolidayStore>().Current,
            provider.GetRequiredService<CommunityClock>()));
        services.AddSingleton<IRecallWitness, RecalledReports>();
        services.AddSingleton<TicketsChanged>().AddSingleton<Alerts>().AddSingleton<TicketDesk>();
        services.AddSingleton<AcceptTicketHandler>().AddSingleton<NoteTicketHandler>().AddSingleton<CorrectTicketHandler>().AddSingleton<RejectTicketHandler>()
            .AddSingleton<MergeTicketHandler>().AddSingleton<ResolveTicketHandler>().AddSingleton<VerifyTicketHandler>()
            .AddSingleton<ReopenTicketHandler>().AddSingleton<CloseTicketHandler>().AddSingleton<SplitReportHandler>()
            .AddSingleton<DispatchTicketHandler>().AddSingleton<ClaimTicketHandler>().AddSingleton<ReturnTicketHandler>()
            .AddSingleton<ReassignTicketHandler>().AddSingleton<UnmergeTicketHandler>().AddSingleton<UndoTicketHandler>().AddSingleton<AcknowledgeAlertHandler>();
        services.AddSingleton<EscalateTicketHandler>().AddSingleton<SnoozeTicketHandler>().AddSingleton<WakeTicketHandler>()
            .AddSingleton<ContactReporterHandler>().AddSingleton<PlanTicketHandler>().AddSingleton<ChangePromiseHandler>()
            .AddSingleton<HalfDoneTicketHandler>().AddSingleton<VerifyBySecondHandler>().AddSingleton<VerifyBySilenceHandler>()
            .AddSingleton<RateTicketHandler>().AddSingleton<ExcludeRatingHandler>().AddSingleton<SwitchPrivacyHandler>();
        services.AddSingleton<DueDesk>().AddHostedService<AlertWorker>().AddHostedService<DueWorker>();
        services.AddSingleton<RecordByHandHandler>().AddSingleton<CallBackHandler>().AddSingleton<SayPhraseHandler>()
            .AddSingleton<AskPlaceHandler>();
        return services;
    }
}
