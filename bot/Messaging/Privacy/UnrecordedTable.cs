using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Messaging.Privacy;

internal sealed class UnrecordedTable : IEntityTypeConfiguration<UnrecordedSender>
{
    public void Configure(EntityTypeBuilder<UnrecordedSender> builder)
    {
        builder.ToTable("unrecorded");
        builder.HasKey(person => new { person.Channel, person.Sender });
    }
}
