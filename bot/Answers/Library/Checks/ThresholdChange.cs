namespace Bot.Answers.Library.Checks;

/// <summary>From which confidence on questions are answered, as an admin set it; the former value brings it back.</summary>
public sealed class ThresholdChange
{
    public int Id { get; set; }
    public double Former { get; set; }
    public double Value { get; set; }

    /// <summary>Regression questions it was found on; 0 when it was brought back.</summary>
    public int Questions { get; set; }
    public DateTimeOffset At { get; set; }
    public required string By { get; set; }
}
