namespace Bot.Figures;

public static class FigureServices
{
    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddSingleton<CaseKeeper>().AddHostedService(provider => provider.GetRequiredService<CaseKeeper>());
        services.AddSingleton<CountedBefore>().AddSingleton<FiguresQuery>().AddSingleton<RecurrencesQuery>().AddSingleton<MonthlyReportQuery>();
        services.AddSingleton<PutOnAgendaHandler>().AddSingleton<WriteOutcomeHandler>();
        return services;
    }
}
