using Bot.Channels.Feishu;
using Bot.Messaging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Tests.Channels.Feishu;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("Channels:Feishu:AppId 和 Channels:Feishu:AppSecret 要一起写，或者都不写", "AppId=cli_1")]
    [InlineData("Channels:Feishu:AppId 须是 cli_ 开头的应用编号", "AppId=1", "AppSecret=s")]
    [InlineData("Channels:Feishu:Events 是 Webhook 时，Channels:Feishu:EncryptKey 和 Channels:Feishu:VerificationToken 都要写", "AppId=cli_1", "AppSecret=s", "Events=Webhook", "EncryptKey=k")]
    [InlineData("Channels:Feishu:Hears 只能是 All 或 WhenNamed", "Hears=Nothing")]
    [InlineData("Channels:Feishu:Webhooks:一群:Key 须是 webhook 网址里 /hook/ 后面的那一段，不是整个网址", "Webhooks:一群:Key=https://open.feishu.cn/open-apis/bot/v2/hook/x")]
    [InlineData(null, "AppId=cli_1", "AppSecret=s")]
    [InlineData(null)]
    public void What_belongs_together_is_there_together(string? words, params string[] settings)
    {
        FeishuOptions options = new();
        Configuration(settings).GetSection(FeishuOptions.Section).Bind(options);
        Microsoft.Extensions.Options.ValidateOptionsResult result = new FeishuOptionsCheck().Validate(null, options);
        result.FailureMessage.ShouldBe(words);
        result.Failed.ShouldBe(words is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("feishu", "AppId=cli_1", "AppSecret=s")]
    [InlineData("feishu-hook", "Webhooks:一群:Key=k")]
    [InlineData("feishu-hook feishu", "Webhooks:一群:Key=k", "AppId=cli_1", "AppSecret=s")]
    public void It_is_there_only_where_something_of_it_is_set(string names, params string[] settings)
    {
        ServiceCollection services = new();
        services.AddFeishu(Configuration(settings));
        services.Count(service => service.ServiceType == typeof(IChannel)).ShouldBe(names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static IConfiguration Configuration(string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create($"Channels:Feishu:{pair[0]}", (string?)pair[1]))).Build();
}
