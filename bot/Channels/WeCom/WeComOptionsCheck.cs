using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom;

/// <summary>What belongs together is there together.</summary>
internal sealed class WeComOptionsCheck : IValidateOptions<WeComOptions>
{
    public ValidateOptionsResult Validate(string? name, WeComOptions options)
    {
        string[] wrong = [.. Wrong(options)];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Wrong(WeComOptions options)
    {
        if (WeComOptions.Has(options.BotId) != WeComOptions.Has(options.Secret))
        {
            yield return "Channels:WeCom:BotId 和 Channels:WeCom:Secret 要一起写（长连接），或者都不写";
        }
        if (WeComOptions.Has(options.Token) != WeComOptions.Has(options.EncodingAesKey))
        {
            yield return "Channels:WeCom:Token 和 Channels:WeCom:EncodingAesKey 要一起写（回调），或者都不写";
        }
        foreach ((string group, string key) in options.Webhooks)
        {
            if (!IsKey(key)) { yield return $"Channels:WeCom:Webhooks:{group} 须是 webhook 网址里 key= 后面的那一段，不是整个网址"; }
        }
    }

    private static bool IsKey(string key) => key.Length is > 0 and <= 128 && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
