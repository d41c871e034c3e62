using Bot.Storage;
using Knowledge.Embeddings;
using Microsoft.Extensions.Options;

namespace Bot.Ai.Embeddings;

internal static class EmbeddingServices
{
    /// <summary>Without an endpoint there is no <see cref="PassageEmbedder"/> among the services.</summary>
    public static IServiceCollection AddEmbeddings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EmbeddingOptions>()
            .Bind(configuration.GetSection(EmbeddingOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<EmbeddingOptions>, EmbeddingOptionsCheck>();
        services.AddHealthChecks().AddCheck<EmbeddingCheck>("embeddings");
        if (configuration.GetSection(EmbeddingOptions.Section)[nameof(EmbeddingOptions.Endpoint)] is not { Length: > 0 }) { return services; }
        services.AddSingleton(provider => new EmbeddingClient(
            provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new VectorFile(Path.Combine(provider.GetRequiredService<DataFolder>().File("vectors"), "vectors.db")));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value.ForModel());
        services.AddSingleton(provider => new PassageEmbedder(
            provider.GetRequiredService<EmbeddingClient>(), provider.GetRequiredService<EmbedderOptions>(), provider.GetRequiredService<VectorFile>()));
        return services;
    }
}
