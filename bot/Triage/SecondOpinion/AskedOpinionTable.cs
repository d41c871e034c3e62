using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Triage.SecondOpinion;

internal sealed class AskedOpinionTable : IEntityTypeConfiguration<AskedOpinion>
{
    public void Configure(EntityTypeBuilder<AskedOpinion> builder)
    {
        builder.ToTable("second_opinions");
        builder.HasKey(opinion => opinion.MessageSeq);
        builder.Property(opinion => opinion.MessageSeq).ValueGeneratedNever();
        builder.Property(opinion => opinion.Parts).HasConversion(
            parts => JsonSerializer.Serialize(parts, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<long[]>(text, JsonSerializerOptions.Default) ?? Array.Empty<long>(),
            new ValueComparer<IReadOnlyList<long>>((left, right) => left!.SequenceEqual(right!), parts => parts.Count, parts => parts));
        builder.Property(opinion => opinion.Doubt).HasConversion<string>();
        builder.Property(opinion => opinion.State).HasConversion<string>();
        builder.Property(opinion => opinion.Outcome).HasConversion<string>();
        builder.Property(opinion => opinion.Kind).HasConversion<string>();
        builder.Property(opinion => opinion.KindBefore).HasConversion<string>();
        builder.Property(opinion => opinion.Category).HasConversion<string>();
        builder.Property(opinion => opinion.Urgency).HasConversion<string>();
        builder.Property(opinion => opinion.Act).HasConversion<string>();
        builder.HasIndex(opinion => opinion.NextAt).HasFilter("State = 'Waiting'");
        builder.HasIndex(opinion => opinion.AskedAt);
    }
}
