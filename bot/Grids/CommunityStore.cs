namespace Bot.Grids;

/// <summary>The community as stored, kept in memory as one immutable snapshot.</summary>
public sealed class CommunityStore
{
    private Snapshot _snapshot = new(new CommunityDirectory(), IsSample: false);

    public CommunityDirectory Current => _snapshot.Directory;

    /// <summary>Whether what is stored is the invented sample (示例数据).</summary>
    public bool IsSample => _snapshot.IsSample;

    /// <summary>Raised after every change of <see cref="Current"/>.</summary>
    public event Action? Changed;

    /// <summary>Raised when everything stored was removed with the sample: messages, tickets, photos.</summary>
    public event Action? Cleared;

    /// <summary>Replaces the directory by a file's; nothing is imported when anything is wrong.</summary>
    /// <param name="by">The administrator who imports; stays one even when the file does not name them.</param>
    /// <param name="clearSample">Agrees that the sample is removed with everything that belongs to it.</param>
    public Task<ImportResult> ImportAsync(string json, string? by, bool clearSample, CancellationToken cancellationToken) =>
        throw new NotSupportedException(json + by + clearSample + cancellationToken);

    /// <summary>The same JSON <see cref="ImportAsync"/> takes.</summary>
    public string ExportJson() => throw new NotSupportedException(Current.Community);

    /// <summary>清空示例: removes the sample with its messages, tickets and everything else. False when there is no sample.</summary>
    public Task<bool> ClearSampleAsync(CancellationToken cancellationToken) => throw new NotSupportedException(IsSample + "" + cancellationToken);

    /// <summary>Adds a person or replaces the one of the same name. Null when done, else why not.</summary>
    public Task<string?> SavePersonAsync(Person person, CancellationToken cancellationToken) =>
        throw new NotSupportedException(person.Name + cancellationToken);

    /// <summary>Null when done, else why not: the last administrator cannot be removed.</summary>
    public Task<string?> RemovePersonAsync(string name, CancellationToken cancellationToken) => throw new NotSupportedException(name + cancellationToken);

    internal void Replace(CommunityDirectory directory, bool isSample, bool cleared)
    {
        _snapshot = new Snapshot(directory, isSample);
        if (cleared) { Cleared?.Invoke(); }
        Changed?.Invoke();
    }

    private sealed record Snapshot(CommunityDirectory Directory, bool IsSample);
}
