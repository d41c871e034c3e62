namespace Knowledge.Embeddings;

/// <summary>What must be known of a model for meanings.</summary>
/// <param name="Model">Its name; vectors of different models are never compared.</param>
/// <param name="Dimensions">How many numbers its vectors have.</param>
/// <param name="AsksDimensions">Whether the model is asked for vectors of that length; not every one knows that.</param>
/// <param name="Batch">Texts in one request.</param>
/// <param name="LongestText">In characters; what is longer is cut.</param>
/// <param name="Patience">How long an asker waits for the vector of a question.</param>
public sealed record EmbedderOptions(string Model, int Dimensions, bool AsksDimensions, int Batch, int LongestText, TimeSpan Patience);
