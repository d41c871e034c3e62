using Knowledge;

namespace Bot.Answers.Library.Checks;

/// <summary>Documents that do not answer yet, asked on the way of the group.</summary>
internal sealed class ScratchKnowledge(ScratchIndex index) : IKnowledge
{
    public Task<Answer?> AskAsync(string question, DateOnly day, IReadOnlyCollection<string>? grids, CancellationToken cancellationToken) =>
        Task.FromResult<Answer?>(index.Ask(question, day, grids));
}
