using System.ComponentModel.DataAnnotations;

namespace Bot.Messaging;

public sealed class OutboxOptions
{
    public const string Section = "Outbox";

    /// <summary>Conversations of one channel that are sent to at the same time.</summary>
    [Range(1, 64)]
    public int Lanes { get; set; } = 32;

    /// <summary>How long one try may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait before the second try; it doubles with each further one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(1);

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>After so many tries a person is asked.</summary>
    [Range(1, 10_000)]
    public int MostAttempts { get; set; } = 200;

    /// <summary>How long the program goes on sending what is due when it is told to stop.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan Drain { get; set; } = TimeSpan.FromSeconds(5);
}
