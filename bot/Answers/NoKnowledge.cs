using Knowledge;

namespace Bot.Answers;

/// <summary>No documents at all: every question goes to a person.</summary>
public sealed class NoKnowledge : IKnowledge
{
    public Answer? Ask(string question, DateOnly day) => null;
}
