using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Ai;

internal sealed class ModelHourTable : IEntityTypeConfiguration<ModelHour>
{
    public void Configure(EntityTypeBuilder<ModelHour> builder)
    {
        builder.ToTable("model_hours");
        builder.HasKey(hour => new { hour.Hour, hour.Task, hour.Outcome });
        builder.Property(hour => hour.Outcome).HasConversion<string>();
    }
}
