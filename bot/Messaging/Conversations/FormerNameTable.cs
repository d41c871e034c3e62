using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Messaging.Conversations;

internal sealed class FormerNameTable : IEntityTypeConfiguration<FormerName>
{
    public void Configure(EntityTypeBuilder<FormerName> builder)
    {
        builder.ToTable("former_names");
        builder.HasKey(former => new { former.Conversation, former.Name });
        builder.HasOne<ConversationReference>().WithMany().HasForeignKey(former => former.Conversation).OnDelete(DeleteBehavior.Cascade);
    }
}
