namespace Knowledge.Stores;

/// <summary>What a store is asked.</summary>
/// <param name="Terms">Different ones; a store weighs each by its rarity besides.</param>
/// <param name="Vector">Of the question, of length 1; empty for a search by words alone.</param>
/// <param name="Limit">How many passages at most, from 1 on.</param>
public sealed record StoreQuery(IReadOnlyList<WeightedTerm> Terms, ReadOnlyMemory<float> Vector, StoreFilter Filter, int Limit);

/// <summary>A term of a question.</summary>
/// <param name="Text">As the index reads it: two neighbouring characters, a character, a word or a number.</param>
/// <param name="Weight">Above 0; beside its rarity.</param>
public sealed record WeightedTerm(string Text, double Weight);

/// <summary>Which documents may answer: enabled ones that hold on the day and are meant for the asker.</summary>
/// <param name="Day">In the community's zone.</param>
/// <param name="Grids">Grids and compounds of the asker, of which a document for single ones names one; null where nobody in particular asks.</param>
public sealed record StoreFilter(DateOnly Day, IReadOnlyCollection<string>? Grids = null)
{
    /// <summary>Also what may not answer: for people who look at what there is.</summary>
    public bool Any { get; init; }

    /// <summary>Names of documents that are left out.</summary>
    public IReadOnlyCollection<string> Without { get; init; } = [];
}
