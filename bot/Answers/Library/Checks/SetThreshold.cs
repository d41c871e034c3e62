using Bot.Storage;

namespace Bot.Answers.Library.Checks;

/// <summary>Sets from which confidence on questions are answered; the former value is kept.</summary>
/// <param name="Questions">Regression questions it was found on; 0 when it is brought back.</param>
public sealed record SetThreshold(double Value, int Questions, string By);

public sealed class SetThresholdHandler(WriteQueue writes, DocumentStore store, TimeProvider clock)
{
    /// <returns>What was written down; null while the knowledge base is not open.</returns>
    public async Task<ThresholdChange?> HandleAsync(SetThreshold command, CancellationToken cancellationToken)
    {
        if (store.Base is not { } open) { return null; }
        ThresholdChange change = new()
        {
            Former = open.Threshold,
            Value = Math.Clamp(command.Value, 0, 1),
            Questions = command.Questions,
            At = clock.GetUtcNow(),
            By = command.By,
        };
        await writes.RunAsync((db, _) =>
        {
            db.Add(change);
            return Task.CompletedTask;
        }, cancellationToken);
        open.Threshold = change.Value;
        return change;
    }
}
