namespace Bot.Notices;

/// <summary>A notice as a person wrote it.</summary>
public sealed record NoticeDraft(
    string Title,
    string Text,
    IReadOnlyList<string> Groups,
    DateTimeOffset? OnceAt = null,
    string? Cron = null,
    int LateMinutes = 60,
    bool AtNight = false);
