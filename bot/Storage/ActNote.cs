namespace Bot.Storage;

/// <summary>What <see cref="BotDbContext.Note"/> was told.</summary>
public sealed record ActNote(string? Target, string? Detail);
