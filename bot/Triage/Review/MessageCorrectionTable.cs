using System.Text.Json;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Triage.Review;

internal sealed class MessageCorrectionTable : IEntityTypeConfiguration<MessageCorrection>
{
    public void Configure(EntityTypeBuilder<MessageCorrection> builder)
    {
        builder.ToTable("message_corrections");
        builder.Property(correction => correction.How).HasConversion<string>();
        builder.Property(correction => correction.Role).HasConversion<string>();
        builder.Property(correction => correction.Before).HasConversion<string>();
        builder.Property(correction => correction.After).HasConversion<string>();
        builder.Property(correction => correction.Intent).HasConversion<string>();
        builder.Property(correction => correction.BeforeLabels).HasConversion(labels => Write(labels!), json => Read(json));
        builder.HasIndex(correction => correction.MessageSeq);
    }

    private static string Write(MatterLabels labels) => JsonSerializer.Serialize(labels);

    private static MatterLabels Read(string json) => JsonSerializer.Deserialize<MatterLabels>(json)!;
}
