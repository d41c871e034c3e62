namespace Bot.Answers;

/// <summary>The question needs no answer in the group: answered elsewhere, or none at all. Silent.</summary>
/// <param name="Also">Other questions of the matter that need none either.</param>
public sealed record DismissHandOff(int Number, int Version, string By, string? Reason = null, IReadOnlyList<SeenQuestion>? Also = null);

/// <summary>It does need one after all.</summary>
public sealed record ReopenHandOff(int Number);

public sealed class DismissHandOffHandler(HandOffDesk desk, TimeProvider clock)
{
    public Task<HandOffResult> HandleAsync(DismissHandOff command, CancellationToken cancellationToken) =>
        desk.DecideAsync([new SeenQuestion(command.Number, command.Version), .. command.Also ?? []], (_, items) =>
        {
            if (items[0].Dismiss(command.Reason, command.By, clock.GetUtcNow()) is { } refusal) { return refusal; }
            foreach (HandOff item in items.Skip(1)) { item.Dismiss(command.Reason, command.By, clock.GetUtcNow()); }
            return null;
        }, cancellationToken);

    public Task<HandOffResult> HandleAsync(ReopenHandOff command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command.Number, item => item.Reopen(), cancellationToken);
}
