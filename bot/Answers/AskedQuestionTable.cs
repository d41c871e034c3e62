using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Answers;

internal sealed class AskedQuestionTable : IEntityTypeConfiguration<AskedQuestion>
{
    public void Configure(EntityTypeBuilder<AskedQuestion> builder)
    {
        builder.ToTable("asked_questions");
        builder.HasIndex(asked => asked.AskedAt);
        builder.HasIndex(asked => asked.HandOff);
        builder.HasIndex(asked => new { asked.Channel, asked.Conversation, asked.MessageId });
        builder.HasIndex(asked => asked.Document);
        builder.HasIndex(asked => asked.OtherDocument).HasFilter("\"OtherDocument\" IS NOT NULL");
    }
}
