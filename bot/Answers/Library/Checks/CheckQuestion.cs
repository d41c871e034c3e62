namespace Bot.Answers.Library.Checks;

/// <summary>A regression question: asked before every publish, to see that the answers do not get worse.</summary>
public sealed class CheckQuestion
{
    public int Id { get; set; }
    public required string Question { get; set; }

    /// <summary>Name of the document that is to answer it; null when it is to be refused.</summary>
    public string? Document { get; set; }

    /// <summary>The group it is asked in; null where the group does not matter.</summary>
    public string? Group { get; set; }
    public DateTimeOffset AddedAt { get; set; }
    public required string AddedBy { get; set; }
}
