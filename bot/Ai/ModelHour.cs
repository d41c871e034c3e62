namespace Bot.Ai;

/// <summary>What was asked of the model in one hour for one task, with one outcome.</summary>
public sealed class ModelHour
{
    public DateTimeOffset Hour { get; set; }
    public required string Task { get; set; }
    public ModelOutcome Outcome { get; set; }
    public int Calls { get; set; }
    public int Requests { get; set; }
    public long TokensIn { get; set; }
    public long TokensOut { get; set; }

    /// <summary>In millionths of the currency the prices are in.</summary>
    public long CostMicros { get; set; }
}
