namespace Knowledge;

/// <summary>A document as the store keeps it.</summary>
/// <param name="Enabled">A disabled document stays in the store and answers nothing.</param>
/// <param name="Fingerprint">
/// Tells a changed file from the one that was read; null for a document that came from no file, such as a person's answer.
/// </param>
public sealed record StoredDocument(Document Document, bool Enabled, string? Fingerprint);
