using Bot.Hosting.Settings;
using Microsoft.Extensions.Configuration;

namespace Tests.Hosting;

public sealed class SettingsCheckTests
{
    [Theory]
    [InlineData("Playground:Enabled", "maybe", "只能是 true 或 false")]
    [InlineData("Outbox:Lanes", "65", "须在 1 到 64 之间")]
    [InlineData("Outbox:Lanes", "many", "须是整数")]
    [InlineData("Outbox:Timeout", "soon", "须是时长")]
    [InlineData("Outbox:Timeout", "", "须是时长")]
    [InlineData("Community:TimeZone", "Mars/Olympus", "须是 IANA 时区名")]
    [InlineData("Community:Directory", "/no/such/file.json", "须是一个读得到的文件")]
    [InlineData("Triage:BurstGapSeconds", "5", "须在 20 到 45 之间")]
    [InlineData("Triage:Corpus", "/no/such/folder", "须是一个已有的文件夹")]
    [InlineData("Urls", "127.0.0.1:5080", "须是 http://主机:端口")]
    [InlineData("Urls", "http://127.0.0.1:99999", "端口 0 到 65535")]
    [InlineData("Urls", "http://bad host:80", "须是 http://主机:端口")]
    [InlineData("Urls", "ftp://127.0.0.1:80", "须是 http://主机:端口")]
    [InlineData("Logging:LogLevel:Default", "Loud", "只能是 Trace、Debug")]
    public void A_wrong_value_is_named_with_what_is_allowed(string key, string value, string allowed)
    {
        string error = Errors((key, value)).ShouldHaveSingleItem();
        error.ShouldStartWith($"配置有误：{key} = \"{value}\"");
        error.ShouldContain(allowed);
        error.ShouldNotContain('\n');
    }

    [Theory]
    [InlineData("Playground:Enable", "Enabled")]
    [InlineData("Playgrond:Enabled", "Playground")]
    [InlineData("Logging:Level", "LogLevel")]
    public void An_unknown_key_is_named_with_those_there_are(string key, string known)
    {
        string error = Errors((key, "true")).ShouldHaveSingleItem();
        error.ShouldContain($"没有 {key[..(key.StartsWith("Playgrond", StringComparison.Ordinal) ? 9 : key.Length)]} 这一项");
        error.ShouldContain(known);
    }

    [Theory]
    [InlineData("Playground:Enabled", "False")]
    [InlineData("Urls", "http://0.0.0.0:5080;http://[::1]:5081")]
    [InlineData("Urls", "http://*:80")]
    [InlineData("Outbox:Timeout", "00:00:05")]
    [InlineData("Community:Directory", "")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://127.0.0.1:80")]
    [InlineData("community:timezone", "Asia/Urumqi")]
    public void A_right_value_passes(string key, string value) => Errors((key, value)).ShouldBeEmpty();

    [Fact]
    public void The_environment_is_read_with_its_prefix_stripped()
    {
        Environment.SetEnvironmentVariable("BOT__Triage__BurstGapSeconds", "33");
        try
        {
            ConfigurationManager configuration = new();
            SettingsSources.AddTo(configuration, "Production", []);
            configuration["Triage:BurstGapSeconds"].ShouldBe("33");
            ConfigurationManager over = new();
            SettingsSources.AddTo(over, "Production", ["--Triage:BurstGapSeconds=44"]);
            over["Triage:BurstGapSeconds"].ShouldBe("44");
        }
        finally
        {
            Environment.SetEnvironmentVariable("BOT__Triage__BurstGapSeconds", null);
        }
    }

    private static IReadOnlyList<string> Errors(params (string Key, string Value)[] settings) => SettingsCheck.Errors(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build());
}
