using Bot.Tickets.Moves;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Console.Phrases;

/// <summary>常用语: words said often, with the act that goes with them.</summary>
public sealed class Phrase
{
    public const int TextLength = 40;
    public const int MostOfOne = 12;

    public int Id { get; set; }

    /// <summary>Whose it is; null for the whole community's.</summary>
    public string? Person { get; set; }
    public required string Text { get; set; }
    public PhraseAct Act { get; set; }

    /// <summary>What a community begins with, until its administrator writes others.</summary>
    public static IReadOnlyList<Phrase> First { get; } =
    [
        new() { Id = -1, Text = "收到，我去看一下", Act = PhraseAct.Take },
        new() { Id = -2, Text = "已联系物业，今天去看", Act = PhraseAct.Say },
        new() { Id = -3, Text = "师傅在路上了", Act = PhraseAct.Say },
        new() { Id = -4, Text = "要等配件，到了马上修", Act = PhraseAct.Say },
        new() { Id = -5, Text = "已经修好，请看看", Act = PhraseAct.Done },
    ];

    public static string Title(PhraseAct act) => act switch
    {
        PhraseAct.Take => "并接单",
        PhraseAct.Done => "并标办好",
        _ => "只回话",
    };
}

internal sealed class PhraseTable : IEntityTypeConfiguration<Phrase>
{
    public void Configure(EntityTypeBuilder<Phrase> builder)
    {
        builder.ToTable("phrases");
        builder.HasIndex(phrase => phrase.Person);
    }
}
