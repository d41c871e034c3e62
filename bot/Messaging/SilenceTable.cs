using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Messaging;

internal sealed class SilenceTable : IEntityTypeConfiguration<Silence>
{
    public void Configure(EntityTypeBuilder<Silence> builder) => builder.ToTable("silences").HasKey(silence => silence.Conversation);
}
