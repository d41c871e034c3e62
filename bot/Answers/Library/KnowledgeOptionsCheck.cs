using Knowledge.Stores;
using Microsoft.Extensions.Options;

namespace Bot.Answers.Library;

/// <summary>A store that there is, and the address of a server where one is needed.</summary>
internal sealed class KnowledgeOptionsCheck : IValidateOptions<KnowledgeOptions>
{
    public ValidateOptionsResult Validate(string? name, KnowledgeOptions options) => options switch
    {
        _ when !StoreServer.Kinds.Contains(options.Store) =>
            ValidateOptionsResult.Fail($"Knowledge:Store 须是 {string.Join(" 或 ", StoreServer.Kinds)}，现在是“{options.Store}”"),
        { IsOnServer: true } when string.IsNullOrWhiteSpace(options.Url) =>
            ValidateOptionsResult.Fail($"Knowledge:Store 是 {options.Store}，还要写 Knowledge:Url（服务器的地址，如 http://127.0.0.1:6333）"),
        _ => ValidateOptionsResult.Success,
    };
}
