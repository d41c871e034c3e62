namespace Bot.Console.Day;

/// <summary>Somebody the shift can be handed to.</summary>
public sealed record Taker(string Name, string Title);

/// <param name="Takers">The person on duty first.</param>
/// <param name="Words">Filled in by the program, or kept as it was sent when it could not be saved.</param>
/// <param name="Past">The latest of this person, handed or received.</param>
public sealed record ShiftModel(
    IReadOnlyList<string> Facts, string Words, IReadOnlyList<Taker> Takers, IReadOnlyList<ShiftNote> Handed, IReadOnlyList<ShiftNote> Past,
    string? To = null, string? Error = null)
{
    /// <summary>Grids the person is on duty for, which can be handed over with the shift.</summary>
    public IReadOnlyList<string> Duty { get; init; } = [];

    /// <summary>Whether the duty goes with it, kept as it was sent.</summary>
    public bool HandsDuty { get; init; }

    public bool IsQuiet => Words.Length == 0;
}
