namespace Knowledge.Terms;

/// <summary>What a folded character is to the index.</summary>
internal enum CharacterKind { Other, Han, Letter, Digit }
