using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bot.Storage;

/// <summary>The database. Each feature maps its own tables with an <c>IEntityTypeConfiguration</c> in its folder.</summary>
public sealed class BotDbContext(DbContextOptions<BotDbContext> options) : DbContext(options)
{
    private readonly List<Action> _afterCommit = [];
    private readonly List<ActNote> _notes = [];

    /// <summary>Whose unit of work it is; null when it is the program's own.</summary>
    public Actor? Actor { get; internal set; }

    /// <summary>
    /// Runs <paramref name="action"/> once the unit of work is committed, and never when it is not.
    /// Only for units of work on the <see cref="WriteQueue"/>; the action is short and does not write.
    /// </summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    /// <summary>
    /// Says more exactly what a person does in this unit of work, for the record of acts.
    /// Names of staff, groups, numbers and states; never what a resident said, never a secret.
    /// </summary>
    public void Note(string? target, string? detail = null) => _notes.Add(new ActNote(target, detail));

    public IReadOnlyList<ActNote> Notes => _notes;

    internal IReadOnlyList<Action> CommitActions => _afterCommit;

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BotDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMillisecondsConverter>();

    // SQLite cannot order or compare DateTimeOffset columns
    private sealed class UtcMillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
