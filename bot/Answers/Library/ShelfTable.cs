using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Answers.Library;

internal sealed class ShelfTable : IEntityTypeConfiguration<ShelfDocument>
{
    public void Configure(EntityTypeBuilder<ShelfDocument> builder)
    {
        builder.ToTable("knowledge_documents");
        builder.Ignore(row => row.IsLive).Ignore(row => row.Header);
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => new { row.Name, row.State });
    }
}
