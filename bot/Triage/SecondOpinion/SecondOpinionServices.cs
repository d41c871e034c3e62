using Bot.Messaging.Receiving;

namespace Bot.Triage.SecondOpinion;

public static class SecondOpinionServices
{
    /// <summary>A model's opinion on what the engine is unsure of; does nothing while no model is configured.</summary>
    public static IServiceCollection AddSecondOpinion(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SecondOpinionOptions>()
            .Bind(configuration.GetSection(SecondOpinionOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DoubtBook>().AddSingleton<OpinionCases>().AddSingleton<OpinionDesk>();
        services.AddSingleton<ApplyOpinionHandler>().AddSingleton<UndoOpinionHandler>().AddSingleton<IRecallWitness, RecalledOpinions>();
        services.AddHostedService<OpinionWorker>();
        return services;
    }
}
