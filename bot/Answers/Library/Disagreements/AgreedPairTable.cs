using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Answers.Library.Disagreements;

internal sealed class AgreedPairTable : IEntityTypeConfiguration<AgreedPair>
{
    public void Configure(EntityTypeBuilder<AgreedPair> builder)
    {
        builder.ToTable("agreed_pairs");
        builder.HasIndex(pair => new { pair.First, pair.Second }).IsUnique();
    }
}
