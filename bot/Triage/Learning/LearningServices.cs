namespace Bot.Triage.Learning;

public static class LearningServices
{
    /// <summary>Engines that learn from people's corrections, and the gate they must pass.</summary>
    public static IServiceCollection AddLearning(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LearningOptions>()
            .Bind(configuration.GetSection(LearningOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ExampleBook>().AddSingleton<TrainingDesk>().AddSingleton<TrainingRun>().AddSingleton<RestoreEngineHandler>();
        return services.AddHostedService<TrainingWorker>();
    }
}
