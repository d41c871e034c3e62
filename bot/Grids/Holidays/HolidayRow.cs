using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Grids.Holidays;

/// <summary>A year that a person recorded; it stands before the one that comes with the program.</summary>
internal sealed class HolidayRow
{
    public int Year { get; set; }

    /// <summary>The notice's own lines.</summary>
    public required string Text { get; set; }
    public required string ChangedBy { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
}

internal sealed class HolidayTable : IEntityTypeConfiguration<HolidayRow>
{
    public void Configure(EntityTypeBuilder<HolidayRow> builder)
    {
        builder.ToTable("holiday_years").HasKey(row => row.Year);
        builder.Property(row => row.Year).ValueGeneratedNever();
    }
}
