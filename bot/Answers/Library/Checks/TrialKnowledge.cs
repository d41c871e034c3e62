using Knowledge;

namespace Bot.Answers.Library.Checks;

/// <summary>What would answer with drafts in it, asked on the way of the group.</summary>
internal sealed class TrialKnowledge(ReferenceDesk desk, DocumentStore store) : IKnowledge
{
    public async Task<Answer?> AskAsync(string question, DateOnly day, IReadOnlyCollection<string>? grids, CancellationToken cancellationToken) =>
        await desk.AskAsync(question, day, grids, cancellationToken) is { } answer ? store.Agree(answer) : null;
}
