using System.Net;
using Microsoft.Extensions.Options;

namespace Bot.Channels.BotFramework;

/// <summary>A registration is whole; what nobody signed is taken on this machine alone, with nobody else's requests coming through it.</summary>
internal sealed class BotFrameworkCheck(IConfiguration configuration) : IValidateOptions<BotFrameworkOptions>
{
    private const string At = BotFrameworkOptions.Section;

    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options) => Failure(options) is { } failure
        ? ValidateOptionsResult.Fail(failure)
        : ValidateOptionsResult.Success;

    private string? Failure(BotFrameworkOptions options) => options switch
    {
        { AppId.Length: > 0, AllowAnonymous: true } => $"{At}:AllowAnonymous 和 {At}:AppId 只能写一个：有 AppId 就一定核对签名",
        { AppId.Length: > 0, AppSecret: null or "" } => $"{At}:AppId 写了，{At}:AppSecret 也要写",
        { AllowAnonymous: true } when !IsLocal() => $"{At}:AllowAnonymous 只能在本机试用时开：Urls 和 Kestrel:Endpoints 都要是 127.0.0.1 或 localhost，Proxy:Addresses 不能写",
        _ => null,
    };

    private bool IsLocal() => string.IsNullOrEmpty(configuration["Proxy:Addresses"])
        && (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? ""))
            .All(IsLocal);

    private static bool IsLocal(string url)
    {
        string host = BindingAddress.Parse(url).Host.Trim('[', ']');
        return host == "localhost" || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
    }
}
