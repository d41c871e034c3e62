using Knowledge;

namespace Bot.Answers;

/// <summary>What the community's documents say to a question: the knowledge base, or nothing in a replay without one.</summary>
public interface IKnowledge
{
    /// <summary>
    /// Null while there is nothing to ask: no documents, not read yet, or a store that is not reached. May take seconds, so never
    /// inside a unit of work; throws for its own token alone.
    /// </summary>
    /// <param name="question">In the asker's words.</param>
    /// <param name="day">The day on which the answer must hold, in the community's zone.</param>
    /// <param name="grids">Grids and compounds of the asker; null where nobody in particular asks, and then documents for single grids may answer too.</param>
    Task<Answer?> AskAsync(string question, DateOnly day, IReadOnlyCollection<string>? grids, CancellationToken cancellationToken);
}
