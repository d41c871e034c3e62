namespace Knowledge;

/// <summary>
/// Documents that answer questions: their text durable in a folder, the index over them in this process. Safe for use from
/// many threads; questions do not wait for changes. One process at a time may change a folder.
/// </summary>
public sealed class KnowledgeBase : IDisposable
{
    private KnowledgeBase()
    {
    }

    /// <summary>All documents, disabled and expired ones too, ordered by name.</summary>
    public IReadOnlyList<StoredDocument> Documents => throw new NotImplementedException();

    /// <summary>The confidence, 0…1, from which on a question is answered; kept in the store.</summary>
    public double Threshold
    {
        get => throw new NotImplementedException();
        set => throw new NotImplementedException();
    }

    /// <summary>Opens the store in that folder, or makes one there, and builds the index over it.</summary>
    /// <exception cref="InvalidDataException">There is no store of this program in the folder's file, or one of a newer version.</exception>
    public static KnowledgeBase Open(string folder) => throw new NotImplementedException();

    /// <summary>The document of that name, or null.</summary>
    public StoredDocument? Find(string name) => throw new NotImplementedException();

    /// <summary>Adds the document or puts it in the place of the one with its name. Durable and findable when it returns.</summary>
    /// <param name="fingerprint">See <see cref="StoredDocument.Fingerprint"/>.</param>
    public void Put(Document document, string? fingerprint = null) => throw new NotImplementedException();

    /// <summary>False when there is none of that name.</summary>
    public bool Remove(string name) => throw new NotImplementedException();

    /// <summary>Switches a document on or off; false when there is none of that name.</summary>
    public bool SetEnabled(string name, bool enabled) => throw new NotImplementedException();

    /// <summary>Never throws for what the question holds.</summary>
    /// <param name="day">The day for which the answer is to hold: documents expired, not yet in force, replaced or disabled then are left out.</param>
    public Answer Ask(string question, DateOnly day) => throw new NotImplementedException();

    public void Dispose()
    {
    }
}
