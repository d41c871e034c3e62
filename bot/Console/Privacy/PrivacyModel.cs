using Bot.Privacy;

namespace Bot.Console.Privacy;

/// <param name="Channel">For people: "企业微信".</param>
/// <param name="Version">Of the text that was put down to be said there last; null while none was.</param>
/// <param name="At">When it was said; null while it was not.</param>
public sealed record ConsentLine(string Group, string Channel, int? Version, DateTimeOffset? At);

/// <param name="Text">The consent text as groups read it; empty when none is said.</param>
/// <param name="Backups">How many backups are kept, in which what is deleted lives on for a while.</param>
/// <param name="Asked">What was searched for; null when nothing was.</param>
public sealed record PrivacyModel(
    int KeepDays, string Text, int Version, IReadOnlyList<ConsentLine> Groups, int Unrecorded, RetentionRun? Last, int Backups,
    string? Asked = null, IReadOnlyList<PersonFound>? Found = null)
{
    public string? Refusal { get; init; }
}
