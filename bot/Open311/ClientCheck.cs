using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Bot.Open311;

/// <summary>Every client has a plain id and a key of its own.</summary>
internal sealed partial class ClientCheck : IValidateOptions<Open311Options>
{
    public ValidateOptionsResult Validate(string? name, Open311Options options)
    {
        string[] failures = [.. options.Clients.Select(Failure).OfType<string>(), .. Shared(options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static string? Failure(KeyValuePair<string, ClientOptions> client)
    {
        string key = $"{Open311Options.Section}:Clients:{client.Key}";
        if (!Id().IsMatch(client.Key)) { return $"{key}，名字只能用字母、数字和连字符，最多 40 个"; }
        return string.IsNullOrEmpty(client.Value.ApiKey) ? $"{key}:ApiKey 没有写，至少 32 个字符，可用 openssl rand -hex 32 生成" : null;
    }

    private static IEnumerable<string> Shared(Open311Options options) => options.Clients
        .Where(client => !string.IsNullOrEmpty(client.Value.ApiKey))
        .GroupBy(client => client.Value.ApiKey)
        .Where(same => same.Count() > 1)
        .Select(same => $"{Open311Options.Section}:Clients:{same.Last().Key}:ApiKey 和 {same.First().Key} 的一样，请各用各的");

    [GeneratedRegex("^[A-Za-z0-9-]{1,40}$")]
    private static partial Regex Id();
}
