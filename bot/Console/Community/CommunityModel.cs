using Bot.Grids;

namespace Bot.Console.Community;

/// <param name="Errors">What was wrong with the file just imported; nothing of it was taken.</param>
/// <param name="AskToClear">Whether the import waits for consent to clear the sample.</param>
public sealed record CommunityModel(
    CommunityDirectory Directory,
    bool IsSample,
    IReadOnlyList<string> Errors,
    bool AskToClear = false);
