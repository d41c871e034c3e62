using Bot.Triage.Engines;

namespace Bot.Triage;

public static class TriageServices
{
    public static IServiceCollection AddTriage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TriageOptions>()
            .Bind(configuration.GetSection(TriageOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<EngineStatus>().AddSingleton<EngineShelf>().AddSingleton<EngineSource>();
        services.AddSingleton<PipelineMemory>().AddSingleton<OutcomeWriter>().AddSingleton<PrivateReplies>().AddSingleton<HandReading>();
        services.AddHostedService<TriageWorker>();
        services.AddHealthChecks().AddCheck<EngineCheck>("engine");
        return services;
    }
}
