namespace Bot.Console.Frame;

/// <summary>What every page shows around its matter.</summary>
public sealed record FrameState(
    string Person,
    bool IsAdmin,
    string? Community,
    bool IsSample,
    bool Large,
    bool Keys,
    Toast? Toast,
    string Path,
    LiveState Live);

/// <summary>What changes while a page is open.</summary>
/// <param name="Review">How much waits in 待审.</param>
/// <param name="Questions">How many questions wait in 待答.</param>
/// <param name="Drafts">How many drafts wait in 待发.</param>
/// <param name="Preparing">Whether the engine is still training.</param>
/// <param name="Alerts">Numbers of the emergencies nobody has acknowledged, newest first.</param>
/// <param name="Silence">Changes whenever the bot is silenced somewhere or speaks again.</param>
public sealed record LiveState(int Review, int Questions, int Drafts, bool Preparing, IReadOnlyList<int> Alerts, string Silence = "")
{
    public bool Same(LiveState other) =>
        (Review, Questions, Drafts, Preparing, Silence) == (other.Review, other.Questions, other.Drafts, other.Preparing, other.Silence) && Alerts.SequenceEqual(other.Alerts);
}
