using Bot.Channels.WeCom;
using Bot.Hosting.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Tests.Channels.WeCom;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("BotId", "Channels:WeCom:Secret 要一起写")]
    [InlineData("Secret", "Channels:WeCom:Secret 要一起写")]
    [InlineData("Token", "Channels:WeCom:EncodingAesKey 要一起写")]
    [InlineData("Webhooks:锦绣苑一网格群", "Channels:WeCom:Webhooks:锦绣苑一网格群 须是 webhook 网址里 key= 后面的那一段")]
    public void Half_a_setting_stops_the_start_with_words(string key, string words)
    {
        IConfiguration configuration = Of((key, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1"));
        using ServiceProvider services = new ServiceCollection().AddLogging().AddWeCom(configuration).BuildServiceProvider();
        string said = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<WeComOptions>>().Value).Message;
        said.ShouldContain(words);
        said.ShouldNotContain("qyapi");
    }

    [Theory]
    [InlineData("EncodingAesKey", "too-short-but-secret", "43 个字符")]
    [InlineData("Gateway", "ws://example.org", "须是 wss:// 开头的网址")]
    [InlineData("Gateway", "https://example.org", "须是 wss:// 开头的网址")]
    [InlineData("Api", "http://example.org", "须是网址")]
    [InlineData("ChatType", "3rd", "只能是 Omitted、Automatic、Stated")]
    [InlineData("BotNames", "x", "没有 Channels:WeCom:BotNames 这一项")]
    public void A_wrong_value_is_named_and_no_secret_is(string key, string value, string words)
    {
        string error = SettingsCheck.Errors(Of((key, value))).ShouldHaveSingleItem();
        error.ShouldContain(words);
        error.ShouldNotContain("but-secret");
    }

    [Fact]
    public void Without_settings_there_is_no_channel() => new ServiceCollection().AddWeCom(Of()).ShouldBeEmpty();

    private static IConfiguration Of(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Channels:WeCom:{setting.Key}", (string?)setting.Value))).Build();
}
