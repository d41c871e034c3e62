namespace Bot.Ai;

/// <summary>What asking came to.</summary>
/// <param name="Text">The model's words; null when there are none.</param>
/// <param name="Failure">Why there are none.</param>
/// <param name="Requests">How many requests were sent.</param>
/// <param name="Status">Of HTTP, of the last failure; 0 for none.</param>
/// <param name="Wait">How long to leave the model alone before asking the same again.</param>
public sealed record ModelReply(
    string? Text, ModelOutcome? Failure, int Requests, long TokensIn, long TokensOut, int Status = 0, TimeSpan? Wait = null)
{
    /// <summary>Nothing was sent.</summary>
    public static ModelReply NotAsked(ModelOutcome why, TimeSpan wait) => new(null, why, 0, 0, 0, Wait: wait);
}
