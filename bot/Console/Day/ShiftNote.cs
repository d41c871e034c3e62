namespace Bot.Console.Day;

/// <summary>交班: what one person hands to the next, as it stood when it was handed.</summary>
public sealed class ShiftNote
{
    public const int WordsLength = 2000;

    public long Id { get; set; }
    public required string From { get; set; }
    public required string To { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>What the program counted, a line each.</summary>
    public IReadOnlyList<string> Facts { get; set; } = [];

    /// <summary>What is to be watched, filled in by the program and edited by the person.</summary>
    public required string Words { get; set; }

    /// <summary>When the person it was handed to tapped 收到.</summary>
    public DateTimeOffset? ReceivedAt { get; set; }
}
