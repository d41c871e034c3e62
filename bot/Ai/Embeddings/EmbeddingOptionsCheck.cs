using Microsoft.Extensions.Options;

namespace Bot.Ai.Embeddings;

/// <summary>An endpoint needs the name of a model.</summary>
internal sealed class EmbeddingOptionsCheck : IValidateOptions<EmbeddingOptions>
{
    public ValidateOptionsResult Validate(string? name, EmbeddingOptions options) => options.IsOn && string.IsNullOrWhiteSpace(options.Model)
        ? ValidateOptionsResult.Fail("写了 Embeddings:Endpoint，还要写 Embeddings:Model（向量模型的名字，如 bge-m3）")
        : ValidateOptionsResult.Success;
}
