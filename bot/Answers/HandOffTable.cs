using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Answers;

internal sealed class HandOffTable : IEntityTypeConfiguration<HandOff>
{
    public void Configure(EntityTypeBuilder<HandOff> builder)
    {
        builder.ToTable("hand_offs");
        builder.HasKey(item => item.Number);
        builder.Property(item => item.Number).ValueGeneratedNever();
        builder.Property(item => item.Version).IsConcurrencyToken();
        builder.HasIndex(item => item.Matter);
        builder.HasIndex(item => new { item.Channel, item.Conversation });
        builder.HasIndex(item => new { item.State, item.DueAt });
    }
}
