using Knowledge;

namespace Bot.Answers;

/// <summary>No documents at all: every question goes to a person.</summary>
public sealed class NoKnowledge : IKnowledge
{
    public Task<Answer?> AskAsync(string question, DateOnly day, IReadOnlyCollection<string>? grids, CancellationToken cancellationToken) => Task.FromResult<Answer?>(null);
}
