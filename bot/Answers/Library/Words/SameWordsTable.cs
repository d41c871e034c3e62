using Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Answers.Library.Words;

internal sealed class SameWordsTable : IEntityTypeConfiguration<SameWords>
{
    public void Configure(EntityTypeBuilder<SameWords> builder)
    {
        builder.ToTable("same_words");
        builder.Property(row => row.Words).HasConversion(words => words.ToString(), text => NameList.Parse(text), new NameListComparer());
    }
}
