using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Console.Work;

/// <summary>A person's own name for a narrowed list of tickets.</summary>
public sealed class SavedFilter
{
    public const int NameLength = 20;
    public const int MostOfOne = 20;

    public int Id { get; set; }
    public required string Person { get; set; }
    public required string Name { get; set; }

    /// <summary>The query of the list's address: "?state=open&amp;due=late".</summary>
    public required string Query { get; set; }
}

internal sealed class SavedFilterTable : IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<SavedFilter> builder)
    {
        builder.ToTable("saved_filters");
        builder.HasIndex(saved => saved.Person);
    }
}
