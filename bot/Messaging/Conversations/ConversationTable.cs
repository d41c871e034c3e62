using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Messaging.Conversations;

internal sealed class ConversationTable : IEntityTypeConfiguration<ConversationReference>
{
    public void Configure(EntityTypeBuilder<ConversationReference> builder)
    {
        builder.ToTable("conversations");
        builder.HasIndex(known => new { known.Channel, known.ExternalId }).IsUnique();
        builder.HasIndex(known => new { known.Channel, known.Name }).IsUnique();
    }
}
