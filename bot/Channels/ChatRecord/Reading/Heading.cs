namespace Bot.Channels.ChatRecord.Reading;

/// <summary>The line a message begins with: who, perhaps when, perhaps its first words.</summary>
/// <param name="Text">What stands on the same line; null when the words follow below.</param>
internal sealed record Heading(string Sender, SaidAt? At, string? Text);

/// <summary>One way in which programs write down who said something.</summary>
internal interface IRecordFormat
{
    /// <param name="plain">The line in its <see cref="PlainForm"/>.</param>
    /// <returns>Null when no message begins here.</returns>
    Heading? Read(string line, string plain, DateOnly today);
}
