namespace Bot.Hosting.Settings;

/// <summary>Settings nothing can be started with; one line each.</summary>
internal sealed class SettingsException(IReadOnlyList<string> lines) : Exception(string.Join(Environment.NewLine, lines))
{
    public IReadOnlyList<string> Lines { get; } = lines;
}
