using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Messaging.Pictures;

internal sealed class PictureTable : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> builder)
    {
        builder.ToTable("pictures");
        builder.HasKey(picture => picture.Name);
        builder.HasIndex(picture => new { picture.Channel, picture.Conversation, picture.MessageId }, "IX_pictures_message");
        builder.HasIndex(picture => picture.NextAt, "IX_pictures_waiting").HasFilter($"\"State\" = {(int)PictureState.Waiting}");
    }
}
