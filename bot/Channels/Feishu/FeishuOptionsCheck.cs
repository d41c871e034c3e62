using Bot.Messaging;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Feishu;

/// <summary>What belongs together is there together.</summary>
internal sealed class FeishuOptionsCheck : IValidateOptions<FeishuOptions>
{
    private const int LongestKey = 128;

    public ValidateOptionsResult Validate(string? name, FeishuOptions options)
    {
        string[] wrong = [.. Wrong(options)];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Wrong(FeishuOptions options)
    {
        if (FeishuOptions.Has(options.AppId) != FeishuOptions.Has(options.AppSecret))
        {
            yield return "Channels:Feishu:AppId 和 Channels:Feishu:AppSecret 要一起写，或者都不写";
        }
        if (FeishuOptions.Has(options.AppId) && !IsAppId(options.AppId!)) { yield return "Channels:Feishu:AppId 须是 cli_ 开头的应用编号"; }
        if (options.HasApp && options.Events == EventMode.Webhook && !options.IsCalled)
        {
            yield return "Channels:Feishu:Events 是 Webhook 时，Channels:Feishu:EncryptKey 和 Channels:Feishu:VerificationToken 都要写";
        }
        if (options.Hears == Hearing.Nothing) { yield return "Channels:Feishu:Hears 只能是 All 或 WhenNamed"; }
        foreach ((string group, FeishuWebhookOptions webhook) in options.Webhooks)
        {
            if (!IsKey(webhook.Key)) { yield return $"Channels:Feishu:Webhooks:{group}:Key 须是 webhook 网址里 /hook/ 后面的那一段，不是整个网址"; }
        }
    }

    private static bool IsAppId(string id) => id.StartsWith("cli_", StringComparison.Ordinal) && id.Length <= LongestKey && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');

    private static bool IsKey(string? key) => key is { Length: > 0 and <= LongestKey } && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
