namespace Bot.Triage.Wording;

public static class WordingServices
{
    /// <summary>A model's words for what the documents answer; does nothing while no model is configured.</summary>
    public static IServiceCollection AddWording(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WordingOptions>()
            .Bind(configuration.GetSection(WordingOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<AnswerWording>();
    }
}
