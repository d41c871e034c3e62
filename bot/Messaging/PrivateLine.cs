namespace Bot.Messaging;

/// <summary>The conversation between the bot and one person.</summary>
public static class PrivateLine
{
    public const string Prefix = "私信:";

    public static string To(string person) => Prefix + person;

    public static bool Is(string conversation) => conversation.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The person at the other end; null for a group.</summary>
    public static string? PersonOf(string conversation) => Is(conversation) ? conversation[Prefix.Length..] : null;

    /// <summary>Words about a conversation as they may stand in a log: without the name of the person at the other end.</summary>
    internal static string Masked(string conversation, string words) =>
        PersonOf(conversation) is { Length: > 0 } person ? words.Replace(person, $"{person[0]}**") : words;
}
