namespace Knowledge.Stores.Qdrant;

/// <summary>One try of a request that failed.</summary>
internal sealed class QdrantFailure(string message, bool mayPass, int status = 0, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(message, inner)
{
    public bool MayPass => mayPass;

    /// <summary>Of HTTP; 0 without an answer.</summary>
    public int Status => status;

    /// <summary>How long the server wants to be left alone.</summary>
    public TimeSpan? RetryAfter => retryAfter;
}
