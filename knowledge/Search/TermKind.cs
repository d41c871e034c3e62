namespace Knowledge.Search;

/// <summary>What a term of a question is.</summary>
internal enum TermKind
{
    /// <summary>Two neighbouring characters, a foreign word or a number.</summary>
    Pair,

    /// <summary>A character alone.</summary>
    Single,

    /// <summary>A word of the lists.</summary>
    Word,

    /// <summary>A word of the lists that names what the question is about.</summary>
    Thing,
}
