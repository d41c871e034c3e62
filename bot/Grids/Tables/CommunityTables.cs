using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Grids.Tables;

internal sealed class CommunityTables :
    IEntityTypeConfiguration<CommunityRow>,
    IEntityTypeConfiguration<GroupRow>,
    IEntityTypeConfiguration<CompoundRow>,
    IEntityTypeConfiguration<BuildingRow>,
    IEntityTypeConfiguration<GridRow>,
    IEntityTypeConfiguration<MicroGridRow>,
    IEntityTypeConfiguration<PartnerRow>,
    IEntityTypeConfiguration<PersonRow>,
    IEntityTypeConfiguration<DutyShiftRow>,
    IEntityTypeConfiguration<DutyChangeRow>
{
    public void Configure(EntityTypeBuilder<CommunityRow> builder)
    {
        builder.ToTable("communities");
        builder.Property(row => row.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<GroupRow> builder) => Named(builder.ToTable("group_chats"));

    public void Configure(EntityTypeBuilder<CompoundRow> builder) => Named(builder.ToTable("compounds"));

    public void Configure(EntityTypeBuilder<BuildingRow> builder) =>
        builder.ToTable("buildings").HasKey(row => new { row.Compound, row.Name });

    public void Configure(EntityTypeBuilder<GridRow> builder) => Named(builder.ToTable("grids"));

    public void Configure(EntityTypeBuilder<MicroGridRow> builder) =>
        builder.ToTable("micro_grids").HasKey(row => new { row.Grid, row.Name });

    public void Configure(EntityTypeBuilder<PartnerRow> builder) => Named(builder.ToTable("partners"));

    public void Configure(EntityTypeBuilder<PersonRow> builder) => Named(builder.ToTable("people"));

    public void Configure(EntityTypeBuilder<DutyShiftRow> builder) =>
        builder.ToTable("duty_shifts").Property(row => row.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<DutyChangeRow> builder) =>
        builder.ToTable("duty_changes").Property(row => row.Id).ValueGeneratedNever();

    private static void Named<T>(EntityTypeBuilder<T> builder) where T : DirectoryRow => builder.HasKey(row => row.Name);
}
