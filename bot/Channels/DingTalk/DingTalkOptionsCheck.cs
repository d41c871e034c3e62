using Microsoft.Extensions.Options;

namespace Bot.Channels.DingTalk;

/// <summary>What belongs together is there together.</summary>
internal sealed class DingTalkOptionsCheck : IValidateOptions<DingTalkOptions>
{
    public ValidateOptionsResult Validate(string? name, DingTalkOptions options)
    {
        string[] wrong = [.. Wrong(options)];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Wrong(DingTalkOptions options)
    {
        if (DingTalkOptions.Has(options.ClientId) != DingTalkOptions.Has(options.ClientSecret))
        {
            yield return "Channels:DingTalk:ClientId 和 Channels:DingTalk:ClientSecret 要一起写，或者都不写";
        }
        if (options.Callback && !options.HasApp)
        {
            yield return "Channels:DingTalk:Callback 要用应用的 ClientId 和 ClientSecret 验签，请把两项都写上";
        }
        if (DingTalkOptions.Has(options.Token) != DingTalkOptions.Has(options.EncodingAesKey))
        {
            yield return "Channels:DingTalk:Token 和 Channels:DingTalk:EncodingAesKey 要一起写（加密回调），或者都不写";
        }
        if (options.IsEncrypted && !options.Callback)
        {
            yield return "Channels:DingTalk:Token 和 EncodingAesKey 只用于回调，请把 Channels:DingTalk:Callback 设为 true";
        }
        foreach ((string group, GroupWebhookOptions webhook) in options.Webhooks)
        {
            if (!IsToken(webhook.Token)) { yield return $"Channels:DingTalk:Webhooks:{group}:Token 须是 webhook 网址里 access_token= 后面的那一段，不是整个网址"; }
        }
    }

    private static bool IsToken(string? token) =>
        token is { Length: > 0 and <= 128 } && token.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
