namespace Bot.Answers.Library.Disagreements;

/// <summary>不是一回事: versions of two documents that an admin has read beside each other. A new version of either is looked at anew.</summary>
public sealed class AgreedPair
{
    public int Id { get; set; }

    /// <summary>The lower of the two ids.</summary>
    public int First { get; set; }
    public int Second { get; set; }
    public DateTimeOffset At { get; set; }
    public required string By { get; set; }
}
