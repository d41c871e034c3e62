using Bot.Hosting.Settings;
using Microsoft.Extensions.Configuration;
using Tests.Support;

namespace Tests.Hosting;

/// <summary>Alone: the environment is that of every other test too.</summary>
[CollectionDefinition(nameof(EnvironmentTests), DisableParallelization = true)]
[Collection(nameof(EnvironmentTests))]
public sealed class EnvironmentTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_environment_and_the_command_line_win()
    {
        const string Key = "Channels:WeCom:BotName", Variable = "BOT__Channels__WeCom__BotName";
        new SavedSettingsFile(_folder.Path).Write(new SavedSettings(new Dictionary<string, SavedSetting> { [Key] = new("在页面上", false) }, new HashSet<string>()));
        Environment.SetEnvironmentVariable(Variable, "在环境里");
        try
        {
            SettingsDesk desk = new(Configuration());
            (Configuration()[Key], desk.FixedBy(Key)).ShouldBe(("在环境里", $"环境变量 {Variable}"));
            desk.IsPending("Channels:WeCom", desk.File.Read()).ShouldBeFalse("it changes nothing");
            SettingsDesk over = new(Configuration($"--{Key}=在命令行"));
            (Configuration($"--{Key}=在命令行")[Key], over.FixedBy(Key)).ShouldBe(("在命令行", "启动的命令行"));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
        (Configuration()[Key], new SettingsDesk(Configuration()).FixedBy(Key)).ShouldBe(("在页面上", null));
    }

    private ConfigurationManager Configuration(params string[] arguments)
    {
        ConfigurationManager configuration = new();
        SettingsSources.AddTo(configuration, "Production", [$"--Storage:Path={_folder.Path}", .. arguments]);
        return configuration;
    }
}
