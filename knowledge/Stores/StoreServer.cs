using Knowledge.Embeddings;
using Knowledge.Stores.Qdrant;

namespace Knowledge.Stores;

/// <summary>Where a store on a server is.</summary>
/// <param name="Url">Base address of its HTTP interface, e.g. http://127.0.0.1:6333.</param>
/// <param name="ApiKey">Sent with every request, shown and logged nowhere; null for a server without keys.</param>
/// <param name="Collection">The name under which what is in use is found; what lies behind it begins with this name.</param>
/// <param name="Timeout">How long one try of one request may take.</param>
/// <param name="Retries">Further tries after a failure that may pass.</param>
/// <param name="BreakTime">After repeated failures nothing is sent for so long.</param>
public sealed record StoreServerSettings(Uri Url, string? ApiKey, string Collection, TimeSpan Timeout, int Retries, TimeSpan BreakTime)
{
    /// <summary>The model of the passages' vectors; null for a search by words alone.</summary>
    public EmbedderOptions? Embedder { get; init; }

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Url} ({Collection})";
}

/// <summary>
/// A server with the stores of one knowledge base: the one that is in use, and one that is being filled to take its place,
/// because passages are read in another way or another model gives their vectors.
/// </summary>
public abstract class StoreServer : IDisposable
{
    /// <summary>The store in this process.</summary>
    public const string Embedded = "embedded";

    private const string Qdrant = "qdrant";

    /// <summary>The kinds of stores by their names in settings.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Embedded, Qdrant];

    /// <summary>A server of that kind; nothing is sent yet.</summary>
    /// <exception cref="ArgumentException">There is no server of that kind.</exception>
    public static StoreServer Create(string kind, StoreServerSettings settings, TimeProvider clock) => kind == Qdrant
        ? new QdrantServer(settings, clock)
        : throw new ArgumentException($"'{kind}' is no kind of server.", nameof(kind));

    /// <summary>Whether the server answers; never throws for what it does.</summary>
    /// <returns>What is wrong, in one line; null when nothing is.</returns>
    public abstract Task<string?> ProblemAsync(CancellationToken cancellationToken);

    /// <summary>The store that is in use; null when there is none yet.</summary>
    /// <exception cref="StoreException">The server cannot be reached or refuses.</exception>
    public abstract Task<IKnowledgeStore?> OpenServingAsync(CancellationToken cancellationToken);

    /// <summary>The store as these settings want it, made where it is missing; in use only after <see cref="IKnowledgeStore.ServeAsync"/>.</summary>
    /// <exception cref="StoreException">The server cannot be reached or refuses.</exception>
    public abstract Task<IKnowledgeStore> OpenOwnAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections.</summary>
    protected abstract void Dispose(bool disposing);
}
