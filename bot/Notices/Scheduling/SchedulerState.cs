namespace Bot.Notices.Scheduling;

/// <summary>How the scheduler is, for the health check.</summary>
public sealed class SchedulerState
{
    /// <summary>When the notices were last looked through without an error; null before the first time.</summary>
    public DateTimeOffset? LookedAt { get; private set; }

    /// <summary>What went wrong since; null when nothing did.</summary>
    public string? Failure { get; private set; }

    internal void Looked(DateTimeOffset at) => (LookedAt, Failure) = (at, null);

    internal void Failed(Exception exception) => Failure = exception.GetType().Name;
}
