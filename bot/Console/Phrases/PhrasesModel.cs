namespace Bot.Console.Phrases;

/// <param name="MayCommunity">Whether the reader writes those of the whole community.</param>
/// <param name="Text">What was typed, when it could not be saved.</param>
public sealed record PhrasesModel(IReadOnlyList<Phrase> All, bool MayCommunity, string? Text = null, string? Error = null);
