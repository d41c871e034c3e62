using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Triage;

internal sealed class MessageDecisionTable : IEntityTypeConfiguration<MessageDecision>
{
    public void Configure(EntityTypeBuilder<MessageDecision> builder)
    {
        builder.ToTable("decisions");
        builder.HasKey(decision => decision.MessageSeq);
        builder.Property(decision => decision.MessageSeq).ValueGeneratedNever();
        builder.Property(decision => decision.Kind).HasConversion<string>();
        builder.Property(decision => decision.Intent).HasConversion<string>();
        builder.Property(decision => decision.Category).HasConversion<string>();
        builder.Property(decision => decision.Urgency).HasConversion<string>();
        builder.HasIndex(decision => decision.Ticket);
        // worded as the queries are, or it is not used
        builder.HasIndex(decision => decision.MessageSeq).HasDatabaseName("IX_decisions_unsure").HasFilter("\"NeedsReview\"");
    }
}
