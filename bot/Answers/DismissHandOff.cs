namespace Bot.Answers;

/// <summary>The question needs no answer in the group: answered elsewhere, or none at all. Silent.</summary>
public sealed record DismissHandOff(int Number, int Version, string By, string? Reason = null);

public sealed class DismissHandOffHandler(HandOffDesk desk, TimeProvider clock)
{
    public Task<HandOffResult> HandleAsync(DismissHandOff command, CancellationToken cancellationToken) =>
        desk.DecideAsync(
            command.Number, command.Version, (_, item) => item.Dismiss(command.Reason, command.By, clock.GetUtcNow()), cancellationToken);
}
