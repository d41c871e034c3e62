using Knowledge;

namespace Bot.Answers;

/// <summary>What the community's documents say to a question: the knowledge base, or nothing in a replay without one.</summary>
public interface IKnowledge
{
    /// <summary>Null while there is nothing to ask: no documents, or not read yet.</summary>
    /// <param name="question">In the asker's words.</param>
    /// <param name="day">The day on which the answer must hold, in the community's zone.</param>
    Answer? Ask(string question, DateOnly day);
}
