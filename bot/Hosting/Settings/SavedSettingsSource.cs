namespace Bot.Hosting.Settings;

/// <summary>What was saved on pages, as one more place that settings come from.</summary>
internal sealed class SavedSettingsSource(SavedSettingsFile file) : IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => new SavedSettingsProvider(file);
}

internal sealed class SavedSettingsProvider(SavedSettingsFile file) : ConfigurationProvider
{
    public SavedSettingsFile File => file;

    public override void Load() => Data = file.Read().InUse();
}
