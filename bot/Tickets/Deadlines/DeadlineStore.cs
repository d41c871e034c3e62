using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Tickets.Deadlines;

/// <summary>Who saved the times in force, and when.</summary>
public sealed record PresetChange(string By, DateTimeOffset At);

/// <summary>The times in force: what people saved, else what the settings say.</summary>
public sealed class DeadlineStore(
    WriteQueue writes, IDbContextFactory<BotDbContext> contexts, IOptions<TicketOptions> options, TimeProvider clock)
{
    private volatile DeadlinePreset _current = new(options.Value);
    private volatile PresetChange? _change;

    public DeadlinePreset Current => _current;

    /// <summary>Null while the times are those of the settings.</summary>
    public PresetChange? Change => _change;

    public DeadlinePreset Default { get; } = new(options.Value);

    internal async Task OpenAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        DeadlineRow? row = await db.Set<DeadlineRow>().SingleOrDefaultAsync(cancellationToken);
        Take(row?.Preset, row is null ? null : new PresetChange(row.ChangedBy, row.ChangedAt));
    }

    /// <summary>Saves times that <see cref="DeadlineRules"/> accepts.</summary>
    public Task SaveAsync(DeadlinePreset preset, string by, CancellationToken cancellationToken)
    {
        PresetChange change = new(by, clock.GetUtcNow());
        return ReplaceAsync(new DeadlineRow { Preset = preset, ChangedBy = by, ChangedAt = change.At }, () => Take(preset, change), cancellationToken);
    }

    /// <summary>恢复默认: the times of the settings again.</summary>
    public Task RestoreAsync(CancellationToken cancellationToken) => ReplaceAsync(row: null, Forget, cancellationToken);

    internal void Forget() => Take(preset: null, change: null);

    private Task ReplaceAsync(DeadlineRow? row, Action taken, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, token) =>
        {
            await db.Set<DeadlineRow>().ExecuteDeleteAsync(token);
            if (row is not null) { db.Add(row); }
            db.AfterCommit(taken);
        },
        cancellationToken);

    private void Take(DeadlinePreset? preset, PresetChange? change) => (_current, _change) = (preset ?? Default, change);
}
