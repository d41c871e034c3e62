using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Messaging;

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox");
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => row.Ticket);
        builder.HasIndex(row => new { row.NoticeRun, row.State }, "IX_outbox_notice").HasFilter("\"NoticeRun\" IS NOT NULL");
        builder.HasIndex(row => new { row.Channel, row.Conversation, row.NextAttemptAt }, "IX_outbox_unasked").HasFilter("\"Unasked\" = 1");
        builder.HasIndex(row => new { row.Channel, row.Conversation, row.Id }, "IX_outbox_queued")
            .HasFilter($"\"State\" = {(int)OutboxState.Queued}");
        builder.HasIndex(row => new { row.Channel, row.Id }, "IX_outbox_order")
            .HasFilter($"\"State\" = {(int)OutboxState.Queued}");
        builder.HasIndex(row => new { row.Conversation, row.Id }, "IX_outbox_drafts")
            .HasFilter($"\"State\" = {(int)OutboxState.Draft}");
        builder.HasIndex(row => new { row.Conversation, row.Id }, "IX_outbox_muted")
            .HasFilter($"\"State\" = {(int)OutboxState.Muted}");
        builder.HasIndex(row => new { row.Conversation, row.Id }, "IX_outbox_said");
    }
}
