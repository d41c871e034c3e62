using Knowledge;
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
        builder.Property(row => row.Grids).HasConversion(names => names.ToString(), text => NameList.Parse(text), new NameListComparer()).HasDefaultValue(NameList.Empty);
        builder.HasIndex(row => new { row.Name, row.State });
    }
}
