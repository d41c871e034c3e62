using Microsoft.Extensions.Options;

namespace Bot.Ai;

/// <summary>An endpoint needs the name of a model.</summary>
internal sealed class AiOptionsCheck : IValidateOptions<AiOptions>
{
    public ValidateOptionsResult Validate(string? name, AiOptions options) => options.IsOn && string.IsNullOrWhiteSpace(options.Model)
        ? ValidateOptionsResult.Fail("写了 Ai:Endpoint，还要写 Ai:Model（模型的名字，如 qwen2.5:7b）")
        : ValidateOptionsResult.Success;
}
