namespace Knowledge.Search;

/// <param name="Weight">Beside its rarity.</param>
/// <param name="Start">Where it stands in the question; -1 for a term that was worked out.</param>
/// <param name="Length">How many characters it takes there.</param>
/// <param name="Straddles">Half of it belongs to a word of the lists, and the other half to something else.</param>
internal sealed record QuestionTerm(string Text, TermKind Kind, double Weight, int Start, int Length, bool InsideWord = false, bool Straddles = false);
