namespace Bot.Backups;

public static class BackupsServices
{
    /// <summary>The daily backup, and those a person asks for.</summary>
    public static IServiceCollection AddBackups(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BackupsOptions>().Bind(configuration.GetSection(BackupsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<BackupDesk>();
        services.AddHealthChecks().AddCheck<BackupCheck>("backup", tags: ["ready"]);
        return services.AddHostedService<BackupWorker>();
    }
}
