using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Privacy;

/// <summary>One time that what is too old was deleted.</summary>
public sealed class RetentionRun
{
    public long Id { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>What was said before then was to go.</summary>
    public DateTimeOffset Before { get; set; }
    public int Messages { get; set; }

    /// <summary>Reports, questions, notes and outbox rows.</summary>
    public int Texts { get; set; }
}

internal sealed class RetentionRunTable : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> builder) => builder.ToTable("retention_runs");
}
