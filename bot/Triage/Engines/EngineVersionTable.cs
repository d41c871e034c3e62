using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Triage.Engines;

internal sealed class EngineVersionTable : IEntityTypeConfiguration<EngineVersion>
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Configure(EntityTypeBuilder<EngineVersion> builder)
    {
        builder.ToTable("engines");
        builder.HasKey(engine => engine.Number);
        builder.Property(engine => engine.State).HasConversion<string>();
        builder.Property(engine => engine.Findings).HasConversion(
            lines => JsonSerializer.Serialize(lines, Json),
            json => JsonSerializer.Deserialize<string[]>(json, Json)!,
            new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), lines => lines.Count));
        // One at most is in use; none means the one that comes with the program
        builder.HasIndex(engine => engine.State, "IX_engines_in_use").IsUnique().HasFilter("\"State\" = 'InUse'");
    }
}
