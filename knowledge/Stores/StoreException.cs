namespace Knowledge.Stores;

/// <summary>A store cannot do what it was asked; the message is one line for people, without keys and without questions.</summary>
/// <param name="mayPass">Whether the same call may succeed later: the store is not reached or busy, rather than refusing.</param>
public sealed class StoreException(string message, bool mayPass, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether the same call may succeed later.</summary>
    public bool MayPass => mayPass;
}
