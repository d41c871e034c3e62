namespace Bot.Privacy;

/// <summary>How long residents' words are kept, and their removal when a person wishes so.</summary>
public static class PrivacyServices
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<Retention>().AddHostedService<RetentionWorker>()
        .AddSingleton<PersonBook>().AddSingleton<PersonExport>().AddSingleton<ErasePersonHandler>();
}
