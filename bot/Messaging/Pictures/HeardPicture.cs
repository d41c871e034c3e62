namespace Bot.Messaging.Pictures;

/// <summary>A picture of a message that is being stored.</summary>
/// <param name="Source">What the channel needs to fetch it. A secret.</param>
public sealed record HeardPicture(string Name, string Source);
