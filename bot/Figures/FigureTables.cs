using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Figures;

internal sealed class FigureCaseTable : IEntityTypeConfiguration<FigureCase>
{
    public void Configure(EntityTypeBuilder<FigureCase> builder)
    {
        builder.ToTable("figure_cases");
        builder.HasKey(one => one.Number);
        builder.Property(one => one.Number).ValueGeneratedNever();
        // wide enough to answer by themselves: the figures of a year read one third of all
        builder.HasIndex(one => new { one.OpenedDay, one.Marks, one.Group, one.Category, one.Topic, one.Urgency }, "IX_figure_cases_opened");
        builder.HasIndex(one => new { one.DoneDay, one.Marks, one.Group, one.Category, one.Topic, one.Urgency }, "IX_figure_cases_done")
            .HasFilter("\"DoneDay\" IS NOT NULL");
        builder.HasIndex(one => new { one.PromisedAt, one.Marks, one.Group, one.Category, one.Topic, one.Urgency }, "IX_figure_cases_open")
            .HasFilter("\"PromisedAt\" IS NOT NULL");
        builder.HasIndex(one => new { one.Place, one.Topic, one.Group, one.OpenedDay, one.Marks }, "IX_figure_cases_place");
    }
}

internal sealed class AgendaItemTable : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.ToTable("agenda_items");
        builder.HasIndex(one => new { one.Place, one.Topic, one.Group });
    }
}
