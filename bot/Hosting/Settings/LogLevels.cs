namespace Bot.Hosting.Settings;

/// <summary>The framework's own section <c>Logging:LogLevel</c>, which it would read with an exception.</summary>
internal static class LogLevels
{
    public const string Section = "Logging";
    private const string Levels = "LogLevel";

    public static IEnumerable<SettingProblem> Errors(IConfigurationSection logging)
    {
        foreach (IConfigurationSection child in logging.GetChildren())
        {
            if (!child.Key.Equals(Levels, StringComparison.OrdinalIgnoreCase))
            {
                string there = $"没有 {child.Path} 这一项；这里可以写的是 {Levels}";
                yield return new SettingProblem(child.Path, there, $"配置有误：{there}。");
            }
        }
        foreach (IConfigurationSection level in logging.GetSection(Levels).GetChildren())
        {
            if (!Enum.TryParse(level.Value, ignoreCase: true, out LogLevel parsed) || !Enum.IsDefined(parsed) || int.TryParse(level.Value, out _))
            {
                yield return SettingsCheck.Wrong(level, $"只能是 {string.Join("、", Enum.GetNames<LogLevel>())}");
            }
        }
    }
}
