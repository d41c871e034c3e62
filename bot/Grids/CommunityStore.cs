using Bot.Grids.Duty;
using Bot.Grids.SignIn;
using Bot.Grids.Tables;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Grids;

/// <summary>The community as stored, kept in memory as one immutable snapshot.</summary>
public sealed class CommunityStore(
    WriteQueue writes, IDbContextFactory<BotDbContext> contexts, FirstCommunity first, TimeProvider clock, ILogger<CommunityStore> logger)
    : IDisposable
{
    private readonly SemaphoreSlim _changing = new(1, 1);
    private volatile StoredCommunity _stored = new(new CommunityDirectory(), IsSample: false);

    public CommunityDirectory Current => _stored.Directory;

    /// <summary>Whether what is stored is the invented sample (示例数据).</summary>
    public bool IsSample => _stored.IsSample;

    /// <summary>Raised after every change of <see cref="Current"/>.</summary>
    public event Action? Changed;

    /// <summary>Raised when everything stored was removed with the sample: messages, tickets, photos.</summary>
    public event Action? Cleared;

    /// <summary>Reads the community, or sets up the first one in an empty store.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        _stored = await DirectoryReader.ReadAsync(db, cancellationToken)
            ?? await writes.RunAsync((unit, token) => first.SetUpAsync(unit, token), cancellationToken);
        logger.Opened(Current.Community, IsSample, Current.Groups.Count, Current.People.Count);
        Changed?.Invoke();
    }

    /// <summary>Replaces the directory by a file's; nothing is imported when anything is wrong.</summary>
    /// <param name="by">The administrator who imports; stays one even when the file does not name them.</param>
    /// <param name="clearSample">Agrees that the sample is removed with everything that belongs to it.</param>
    public async Task<ImportResult> ImportAsync(string json, string? by, bool clearSample, CancellationToken cancellationToken)
    {
        if (DirectoryFile.Read(json, out string? unreadable) is not { } directory) { return ImportResult.Invalid([unreadable!]); }
        if (DirectoryRules.Errors(directory) is { Count: > 0 } errors) { return ImportResult.Invalid(errors); }
        return await AloneAsync(
            async () =>
            {
                if (IsSample && !clearSample) { return new ImportResult(ImportOutcome.SampleInTheWay, []); }
                await SaveAsync(new StoredCommunity(FirstCommunity.WithAdministrator(directory, by), IsSample: false), cancellationToken);
                return ImportResult.Imported;
            },
            cancellationToken);
    }

    /// <summary>The same JSON <see cref="ImportAsync"/> takes.</summary>
    public string ExportJson() => DirectoryFile.Write(Current);

    /// <summary>清空示例: removes the sample with its messages, tickets and everything else. False when there is no sample.</summary>
    /// <param name="by">The administrator who clears; stays one in the empty community.</param>
    public Task<bool> ClearSampleAsync(string? by, CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            if (!IsSample) { return false; }
            await SaveAsync(new StoredCommunity(FirstCommunity.WithAdministrator(new CommunityDirectory(), by), IsSample: false), cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>Adds a person or replaces the one of the same name. Null when done, else why not.</summary>
    public Task<string?> SavePersonAsync(Person person, CancellationToken cancellationToken) => ChangeAsync(
        current => current with
        {
            People = current.PersonNamed(person.Name) is null
                ? [.. current.People, person]
                : [.. current.People.Select(known => known.Name == person.Name ? person : known)],
        },
        cancellationToken);

    /// <summary>Null when done, else why not: the last administrator cannot be removed.</summary>
    public Task<string?> RemovePersonAsync(string name, CancellationToken cancellationToken) => ChangeAsync(
        current => current with
        {
            People = [.. current.People.Where(person => person.Name != name)],
            Grids = [.. current.Grids.Select(grid => grid with
            {
                Lead = grid.Lead == name ? null : grid.Lead,
                Backup = grid.Backup == name ? null : grid.Backup,
            })],
        },
        cancellationToken);

    /// <summary>One change of what is stored, on top of every one before it. Null when done, else why not.</summary>
    public Task<string?> ChangeAsync(Func<CommunityDirectory, CommunityDirectory> change, CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            CommunityDirectory changed = DutyRules.WithoutStale(change(Current), Current);
            if (changed.Administrators().Count == 0) { return "不能停用最后一位管理员。请先把别人设为管理员。"; }
            if (DirectoryRules.Errors(changed) is { Count: > 0 } errors) { return string.Join("；", errors); }
            await SaveAsync(new StoredCommunity(changed, IsSample), cancellationToken);
            return null;
        },
        cancellationToken);

    public void Dispose() => _changing.Dispose();

    /// <summary>One change at a time: each stands on what the one before it left.</summary>
    private async Task<T> AloneAsync<T>(Func<Task<T>> change, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            return await change();
        }
        finally
        {
            _changing.Release();
        }
    }

    private async Task SaveAsync(StoredCommunity next, CancellationToken cancellationToken)
    {
        bool clears = IsSample && !next.IsSample;
        await writes.RunAsync(
            async (db, token) =>
            {
                if (clears) { await Wipe.EverythingAsync(db, clock.GetUtcNow(), token); }
                await DirectoryTables.ReplaceAsync(db, next, clock.GetUtcNow(), token);
                await SignInLinks.EndOthersAsync(db, next.Directory, clock.GetUtcNow(), token);
                db.AfterCommit(() => Take(next, clears));
            },
            cancellationToken);
    }

    private void Take(StoredCommunity next, bool cleared)
    {
        _stored = next;
        logger.Replaced(next.Directory.Community, cleared, next.Directory.Groups.Count, next.Directory.People.Count);
        if (cleared) { Cleared?.Invoke(); }
        Changed?.Invoke();
    }
}
