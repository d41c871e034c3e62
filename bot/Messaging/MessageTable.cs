using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Messaging;

internal sealed class MessageTable : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages");
        builder.HasKey(message => message.Seq);
        builder.Property(message => message.MessageId).IsRequired().ValueGeneratedNever();
        builder.HasIndex(message => new { message.Channel, message.Conversation, message.MessageId }).IsUnique();
        builder.HasIndex(message => new { message.Conversation, message.Seq });
        builder.HasIndex(message => new { message.Record, message.Seq }, "IX_messages_record").HasFilter("\"Record\" IS NOT NULL");
        builder.HasIndex(message => message.Seq, "IX_messages_aside").HasFilter($"\"State\" = {(int)MessageState.SetAside}");
        builder.HasIndex(message => new { message.State, message.Seq }, "IX_messages_undecided")
            .HasFilter($"\"State\" = {(int)MessageState.Received} AND \"Record\" IS NULL");
        // of its own: thousands may wait in the groups while nothing of a record does
        builder.HasIndex(message => message.Seq, "IX_messages_waiting")
            .HasFilter($"\"State\" = {(int)MessageState.Received} AND \"Record\" IS NOT NULL");
    }
}
