using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Http;

/// <summary>Every gateway has an id that can stand in a header and a secret.</summary>
internal sealed partial class GatewayCheck : IValidateOptions<HttpChannelOptions>
{
    public ValidateOptionsResult Validate(string? name, HttpChannelOptions options)
    {
        string[] failures = [.. options.Gateways.Select(Failure).OfType<string>()];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static string? Failure(KeyValuePair<string, GatewayOptions> gateway)
    {
        string key = $"{HttpChannelOptions.Section}:Gateways:{gateway.Key}";
        if (!Id().IsMatch(gateway.Key)) { return $"{key}，网关的名字只能用字母、数字和连字符，最多 40 个"; }
        return string.IsNullOrEmpty(gateway.Value.Secret) ? $"{key}:Secret 没有写，至少 32 个字符，可用 openssl rand -hex 32 生成" : null;
    }

    [GeneratedRegex("^[A-Za-z0-9-]{1,40}$")]
    private static partial Regex Id();
}
