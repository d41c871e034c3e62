using Bot.Storage;

namespace Bot.Hosting.Settings;

/// <summary>Where settings come from, the later ones over the earlier.</summary>
internal static class SettingsSources
{
    public const string Prefix = "BOT__";
    private const string SecretsId = "community-grid-bot";

    public static void AddTo(ConfigurationManager configuration, string environment, string[] arguments)
    {
        configuration.Sources.Clear();
        configuration.SetBasePath(Directory.GetCurrentDirectory())
            .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
            .AddJsonFile($"appsettings.{environment}.json", optional: true, reloadOnChange: false)
            .AddUserSecrets(SecretsId);
        int place = configuration.Sources.Count;
        configuration.AddEnvironmentVariables(Prefix).AddCommandLine(arguments);
        // all the others say where the data folder is
        configuration.Sources.Insert(place, new SavedSettingsSource(new SavedSettingsFile(DataFolderOf(configuration))));
    }

    private static string DataFolderOf(ConfigurationManager configuration) =>
        configuration[$"{StorageOptions.Section}:{nameof(StorageOptions.Path)}"] is { Length: > 0 } set ? set : new StorageOptions().Path;
}
