using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Tickets.Deadlines;

/// <summary>The one preset that people saved.</summary>
internal sealed class DeadlineRow
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;
    public required DeadlinePreset Preset { get; set; }
    public required string ChangedBy { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}

internal sealed class DeadlineTable : IEntityTypeConfiguration<DeadlineRow>
{
    public void Configure(EntityTypeBuilder<DeadlineRow> builder)
    {
        builder.ToTable("deadline_presets");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Preset).HasConversion(preset => Write(preset), json => Read(json));
    }

    private static string Write(DeadlinePreset preset) => JsonSerializer.Serialize(preset);

    private static DeadlinePreset Read(string json) => JsonSerializer.Deserialize<DeadlinePreset>(json)!;
}
