using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Grids.SignIn;

internal sealed class SignInTables :
    IEntityTypeConfiguration<SignInLink>,
    IEntityTypeConfiguration<SignInSession>,
    IEntityTypeConfiguration<PersonPassword>
{
    public void Configure(EntityTypeBuilder<SignInLink> builder)
    {
        builder.ToTable("sign_in_links");
        builder.Property(link => link.Purpose).HasConversion<string>();
        builder.HasIndex(link => link.TokenHash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.ToTable("sign_in_sessions");
        builder.Property(session => session.Way).HasConversion<string>();
        builder.HasIndex(session => session.Person);
    }

    public void Configure(EntityTypeBuilder<PersonPassword> builder) =>
        builder.ToTable("sign_in_passwords").HasKey(password => password.Person);
}
