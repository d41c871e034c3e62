using Bot.Grids;

namespace Bot.Messaging;

/// <summary>The conversation between the bot and one person.</summary>
public static class PrivateLine
{
    public const string Prefix = DirectoryRules.PrivatePrefix;

    public static string To(string person) => Prefix + person;

    /// <summary>
    /// The n-th line of a member who is nobody of the directory as far as is known. It ends as no name of the directory may,
    /// so that no nickname makes it the line of a person.
    /// </summary>
    public static string OfMember(string name, int n = 1)
    {
        string plain = name.EndsWith(DirectoryRules.Unchecked, StringComparison.Ordinal) ? name[..^DirectoryRules.Unchecked.Length] : name;
        return To(n == 1 ? plain : $"{plain}·{n}") + DirectoryRules.Unchecked;
    }

    /// <summary>Whether it is the line of nobody of the directory.</summary>
    public static bool IsOfMember(string conversation) => Is(conversation) && conversation.EndsWith(DirectoryRules.Unchecked, StringComparison.Ordinal);

    public static bool Is(string conversation) => conversation.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The person at the other end; null for a group.</summary>
    public static string? PersonOf(string conversation) => Is(conversation) ? conversation[Prefix.Length..] : null;

    /// <summary>Words about a conversation as they may stand in a log: without the name of the person at the other end.</summary>
    internal static string Masked(string conversation, string words) =>
        PersonOf(conversation) is { Length: > 0 } person ? words.Replace(person, $"{person[0]}**") : words;
}
