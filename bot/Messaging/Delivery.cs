namespace Bot.Messaging;

/// <summary>What a try to send makes of a row.</summary>
internal static class Delivery
{
    /// <param name="row">With <see cref="OutboxMessage.SentAt"/> where it may have been said, by this try or an earlier one.</param>
    /// <param name="chance">0…1, spreads the retries of many conversations.</param>
    public static void Settle(
        OutboxMessage row, SendResult result, bool takesKey, OutboxOptions options, DateTimeOffset now, double chance)
    {
        row.Attempts++;
        row.Error = result.Error;
        row.SentAs = result.SentAs ?? row.SentAs;
        row.State = result.Outcome switch
        {
            SendOutcome.Sent => OutboxState.Sent,
            // Said perhaps by an earlier try
            SendOutcome.Refused => row.SentAt is null ? OutboxState.Failed : OutboxState.InDoubt,
            SendOutcome.Draft => OutboxState.Draft,
            // Said perhaps, and the channel would say it again: never blindly repeated
            SendOutcome.Unknown when !takesKey => OutboxState.InDoubt,
            SendOutcome.TryLater when result.After is not null => OutboxState.Queued,
            _ => row.Attempts < options.MostAttempts ? OutboxState.Queued : row.SentAt is null ? OutboxState.Failed : OutboxState.InDoubt,
        };
        row.SentAt = row.State == OutboxState.Sent ? now : row.SentAt;
        row.NextAttemptAt = row.State == OutboxState.Queued ? now + (result.After ?? Wait(row.Attempts, options, chance)) : now;
    }

    /// <summary>Doubles with each try up to the longest, less up to a quarter of it by chance.</summary>
    public static TimeSpan Wait(int attempts, OutboxOptions options, double chance)
    {
        double doubled = options.FirstRetry.TotalSeconds * Math.Pow(2, Math.Min(attempts - 1, 30));
        return TimeSpan.FromSeconds(Math.Min(doubled, options.LongestRetry.TotalSeconds) * (1 - 0.25 * chance));
    }
}
