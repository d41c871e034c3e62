namespace Bot.Messaging.Pictures.Cleaning;

/// <summary>The bytes are not what they claim to be; becomes a refusal.</summary>
internal sealed class DamagedPictureException : Exception;
