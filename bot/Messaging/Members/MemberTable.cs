using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Messaging.Members;

internal sealed class MemberTable : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("members");
        builder.HasIndex(known => new { known.Channel, known.ExternalId }).IsUnique();
        builder.HasIndex(known => new { known.Channel, known.Name }).IsUnique();
        builder.HasIndex(known => new { known.Channel, known.Person }, "IX_members_person").HasFilter("\"Person\" IS NOT NULL");
    }
}
