namespace Bot.Ai;

/// <summary>A try that failed. It carries no words of the server: they may repeat what was sent, even the key.</summary>
/// <param name="status">Of HTTP; 0 where there was none.</param>
public sealed class ModelException(ModelOutcome outcome, int status = 0, TimeSpan? retryAfter = null)
    : Exception($"The model did not answer: {outcome} (status {status}).")
{
    public ModelOutcome Outcome => outcome;

    public int Status => status;

    /// <summary>How long the server asks to be left alone.</summary>
    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>Whether another try may go better.</summary>
    public bool MayPass => outcome is ModelOutcome.TimedOut or ModelOutcome.Busy or ModelOutcome.ServerFailed or ModelOutcome.Unreachable;
}
