using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Console.Day;

internal sealed class ShiftNoteTable : IEntityTypeConfiguration<ShiftNote>
{
    public void Configure(EntityTypeBuilder<ShiftNote> builder)
    {
        builder.ToTable("shift_notes");
        builder.Property(note => note.Facts);
        builder.HasIndex(note => new { note.To, note.ReceivedAt });
    }
}
