using Bot.Channels.DingTalk;
using Bot.Hosting.Settings;
using Microsoft.Extensions.Configuration;

namespace Tests.Channels.DingTalk;

public sealed class DingTalkOptionsTests
{
    private const string Key = "Yue0EfdN5900c1ce5cf6A152c63DDe1808a60c5ecd7";

    [Fact]
    public void What_belongs_together_must_be_there_together()
    {
        Failures(new DingTalkOptions { ClientId = "a" }).ShouldBe("Channels:DingTalk:ClientId 和 Channels:DingTalk:ClientSecret 要一起写，或者都不写");
        Failures(new DingTalkOptions { Callback = true }).ShouldContain("请把两项都写上");
        Failures(new DingTalkOptions { ClientId = "a", ClientSecret = "b", Callback = true, Token = "t" }).ShouldContain("要一起写（加密回调）");
        Failures(new DingTalkOptions { ClientId = "a", ClientSecret = "b", Token = "t", EncodingAesKey = Key }).ShouldContain("设为 true");
        Failures(new DingTalkOptions { Webhooks = { ["群"] = new GroupWebhookOptions { Token = "https://oapi.dingtalk.com/robot/send?access_token=1" } } }).ShouldContain("不是整个网址");
        Failures(new DingTalkOptions { Webhooks = { ["群"] = new GroupWebhookOptions() } }).ShouldContain("Webhooks:群:Token");
        Failures(new DingTalkOptions { ClientId = "a", ClientSecret = "b", Callback = true, Token = "t", EncodingAesKey = Key, Webhooks = { ["群"] = new GroupWebhookOptions { Token = "0a1b" } } }).ShouldBe("");
    }

    [Theory]
    [InlineData("Api", "http://example.org", false)]
    [InlineData("Api", "https://api.dingtalk.com", true)]
    [InlineData("WebhookApi", "http://10.0.0.7:8080", true)]
    [InlineData("Connections", "11", false)]
    [InlineData("SignatureMinutes", "0", false)]
    [InlineData("MostCharacters", "5001", false)]
    [InlineData("EncodingAesKey", "short", false)]
    [InlineData("EncodingAesKey", Key, true)]
    [InlineData("Webhooks:群:Token", "0a1b", true)]
    [InlineData("Webhooks:群:Word", "0a1b", false)]
    public void A_wrong_value_is_named(string key, string value, bool good)
    {
        IReadOnlyList<string> errors = SettingsCheck.Errors(new ConfigurationBuilder().AddInMemoryCollection([new($"Channels:DingTalk:{key}", value)]).Build());
        errors.Count.ShouldBe(good ? 0 : 1);
        if (key == "EncodingAesKey" && !good) { errors[0].ShouldNotContain(value); }
    }

    private static string Failures(DingTalkOptions options) => string.Join('\n', new DingTalkOptionsCheck().Validate(null, options).Failures ?? []);
}
