using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Console.Phrases;

/// <summary>What a 常用语 does besides being said.</summary>
public enum PhraseAct
{
    /// <summary>Said in the group, nothing else.</summary>
    Say,

    /// <summary>Said, and noted as contacted.</summary>
    Contacted,

    /// <summary>Said, and the person takes the matter.</summary>
    Take,

    /// <summary>The cause it was fixed by; the group is asked to confirm.</summary>
    Done,
}

/// <summary>常用语: words said often, with the act that goes with them.</summary>
public sealed class Phrase
{
    public const int TextLength = 60;
    public const int MostOfOne = 20;

    public int Id { get; set; }

    /// <summary>Whose it is; null for the whole community's.</summary>
    public string? Person { get; set; }
    public required string Text { get; set; }
    public PhraseAct Act { get; set; }
}

internal sealed class PhraseTable : IEntityTypeConfiguration<Phrase>
{
    public void Configure(EntityTypeBuilder<Phrase> builder)
    {
        builder.ToTable("phrases");
        builder.HasIndex(phrase => phrase.Person);
    }
}
