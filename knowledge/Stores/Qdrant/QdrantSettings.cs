using Knowledge.Embeddings;

namespace Knowledge.Stores.Qdrant;

/// <summary>Where a Qdrant server is and what is kept there.</summary>
/// <param name="Url">Base address of its HTTP interface, e.g. http://127.0.0.1:6333.</param>
/// <param name="ApiKey">Sent with every request, shown and logged nowhere; null for a server without keys.</param>
/// <param name="Collection">The alias under which the collection in use is found; the collections behind it begin with this name.</param>
/// <param name="Timeout">How long one try of one request may take.</param>
/// <param name="Retries">Further tries after a failure that may pass.</param>
/// <param name="BreakTime">After repeated failures nothing is sent for so long.</param>
public sealed record QdrantSettings(Uri Url, string? ApiKey, string Collection, TimeSpan Timeout, int Retries, TimeSpan BreakTime)
{
    /// <summary>The model of the passages' vectors; null for a search by words alone.</summary>
    public EmbedderOptions? Embedder { get; init; }

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Url} ({Collection})";
}
