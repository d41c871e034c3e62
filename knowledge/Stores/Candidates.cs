namespace Knowledge.Stores;

/// <summary>What a store found for a query.</summary>
/// <param name="Passages">Best first.</param>
/// <param name="Documents">The documents of these passages, whole, each once.</param>
/// <param name="Counts">What a ranking must know of all documents together.</param>
public sealed record Candidates(IReadOnlyList<Candidate> Passages, IReadOnlyList<StoredDocument> Documents, CorpusCounts Counts);

/// <summary>A passage that a query found.</summary>
/// <param name="Number">Its place in the document, counted from 0.</param>
/// <param name="Score">The sum of reciprocal ranks when both searches were asked (<see cref="ReciprocalRanks"/>), else the one search's score.</param>
/// <param name="Lexical">Among the passages found by words; null when it was not among the best.</param>
/// <param name="Dense">Among the passages found by meaning; null when it was not among the best, or without a vector.</param>
public sealed record Candidate(Chunk Passage, int Number, double Score, RankedPlace? Lexical, RankedPlace? Dense);

/// <summary>A place in one ranking.</summary>
/// <param name="Rank">Counted from 0.</param>
/// <param name="Score">Of BM25 from 0 on, or the cosine −1…1; comparable within one query only.</param>
public readonly record struct RankedPlace(int Rank, double Score);

/// <summary>Counts over everything that a store holds, disabled and expired documents too.</summary>
/// <param name="DocumentLength">Mean number of terms in a document; 1 without documents.</param>
/// <param name="PassageLength">Mean number of terms in a passage with its headings; 1 without passages.</param>
/// <param name="Terms">For each term of the query that stands anywhere.</param>
public sealed record CorpusCounts(
    int Documents, double DocumentLength, int Passages, double PassageLength, IReadOnlyDictionary<string, TermCount> Terms);

/// <summary>In how many documents and passages a term stands.</summary>
public readonly record struct TermCount(int Documents, int Passages);
