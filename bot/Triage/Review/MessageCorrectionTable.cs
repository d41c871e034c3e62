using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Triage.Review;

internal sealed class MessageCorrectionTable : IEntityTypeConfiguration<MessageCorrection>
{
    public void Configure(EntityTypeBuilder<MessageCorrection> builder)
    {
        builder.ToTable("message_corrections");
        builder.Property(correction => correction.Before).HasConversion<string>();
        builder.Property(correction => correction.After).HasConversion<string>();
        builder.HasIndex(correction => correction.MessageSeq);
    }
}
