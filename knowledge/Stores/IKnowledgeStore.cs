namespace Knowledge.Stores;

/// <summary>
/// An index over documents that finds passages for a question: the extension point behind which the embedded index and a server
/// for vectors stand. It decides nothing about the answer: <see cref="ReferenceDesk"/> ranks what it finds and chooses the words.
/// Safe for use from many threads; one process at a time changes it. Whoever fills it keeps the documents themselves: it may
/// be lost and filled again. Every method that can wait throws <see cref="StoreException"/> with one line for people when the
/// store cannot be reached or refuses, and <see cref="OperationCanceledException"/> only for its own token.
/// </summary>
public interface IKnowledgeStore : IAsyncDisposable
{
    /// <summary>The names of all documents it holds, disabled and expired ones too, in no order. From memory.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>What it holds under that name, or null. From memory.</summary>
    StoreEntry? Find(string name);

    /// <summary>
    /// Adds documents, or puts them in the place of those with their names. Durable and findable when it returns; broken off in
    /// between, each single document is there as it was or as it is to be, and the same call again completes the rest.
    /// What other documents say about being replaced by one of these is worked out anew.
    /// </summary>
    /// <param name="progress">Told after each batch.</param>
    Task PutAsync(IReadOnlyCollection<StoredDocument> documents, IProgress<StoreProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Takes documents away with all their passages; names that it does not hold are no matter.</summary>
    Task RemoveAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken);

    /// <summary>Switches a document on or off; a name that it does not hold is no matter.</summary>
    Task EnableAsync(string name, bool enabled, CancellationToken cancellationToken);

    /// <summary>
    /// The passages that come nearest to a query among those that may answer it. Documents that the filter leaves out take no
    /// rank and no place in the limit.
    /// </summary>
    /// <returns>Best first, at most as many as the query's limit; none for a query without terms and vector.</returns>
    Task<Candidates> FindAsync(StoreQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// How many passages have no vector yet; 0 for a store without vectors. As long as any have none after opening, a query's
    /// vector is best left out: what has one would stand before what has not.
    /// </summary>
    int WithoutVector { get; }

    /// <summary>Gives vectors to the passages that have none yet.</summary>
    /// <param name="embed">From texts to unit vectors of the store's length, one for each, in order.</param>
    Task EmbedAsync(
        Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyList<ReadOnlyMemory<float>>>> embed,
        IProgress<StoreProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Everything is in place: from now on this is the one to open, and what it takes the place of may go.</summary>
    Task ServeAsync(CancellationToken cancellationToken);
}
