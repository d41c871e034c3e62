namespace Knowledge.Terms;

/// <summary>A word of the lists.</summary>
/// <param name="Term">Stands in the index for all words of the same meaning; null for a word that carries no matter.</param>
/// <param name="IsThing">It names what a question is about.</param>
internal sealed record Word(string Text, string? Term, bool IsThing = false);
