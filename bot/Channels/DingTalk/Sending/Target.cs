namespace Bot.Channels.DingTalk.Sending;

/// <summary>Where something is said: a group, or a person alone.</summary>
/// <param name="Id">The vendor's id of the group or the person; null for a person it tells no id of, who can only be answered.</param>
/// <param name="Reply">Where an answer there goes while it is good.</param>
internal sealed record Target(string? Id, bool IsGroup, Uri? Reply);
