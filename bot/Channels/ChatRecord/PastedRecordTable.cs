using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Channels.ChatRecord;

internal sealed class PastedRecordTable : IEntityTypeConfiguration<PastedRecord>
{
    public void Configure(EntityTypeBuilder<PastedRecord> builder)
    {
        builder.ToTable("chat_records");
        builder.Property(record => record.Version).IsConcurrencyToken();
        builder.HasIndex(record => new { record.State, record.PastedAt });
    }
}
