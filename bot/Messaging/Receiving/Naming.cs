using System.Globalization;
using System.Text;
using Bot.Grids;
using Bot.Messaging.Members;

namespace Bot.Messaging.Receiving;

/// <summary>The names that conversations and people of a channel get here. What vendors hand over is anybody's writing.</summary>
internal static class Naming
{
    private const int Longest = 60;
    private const int Shown = 6;

    /// <summary>Of a group that nobody has said yet which it is; never that of a group of the directory.</summary>
    public static string Group(string label, string? title, string externalId) =>
        Title(title) is { } said ? $"{label}·{said}" : $"{label}群{Tail(externalId)}";

    /// <summary>What a channel calls a conversation, fit to be kept and shown; null when nothing is left of it.</summary>
    public static string? Title(string? title) => Clean(title) is { Length: > 0 } said ? said : null;

    /// <summary>
    /// Of a person: the nickname. Who is called as a worker of the directory is, but is not known to be one, is told apart.
    /// </summary>
    public static string Person(CommunityDirectory directory, string? nickname, string externalId)
    {
        string name = Clean(nickname) is { Length: > 0 } said ? said : Clean(externalId) is { Length: > 0 and <= 20 } id ? id : $"群友{Tail(externalId)}";
        return IsWorker(directory, name) ? name + MemberBook.Unchecked : name;
    }

    /// <summary>The n-th of the same name: "小陈", "小陈·2".</summary>
    public static string Nth(string name, int n) => n == 1 ? name : $"{name}·{n}";

    private static bool IsWorker(CommunityDirectory directory, string name) =>
        directory.BotNames.Contains(name) || directory.People.Any(person => person.Role != "resident" && (person.Name == name || person.Title == name));

    private static string Tail(string id)
    {
        string plain = string.Concat(id.Where(char.IsAsciiLetterOrDigit));
        return plain.Length <= Shown ? plain : plain[^Shown..];
    }

    // without line breaks, invisible and direction characters: a name stands in lists, replies and logs
    private static string Clean(string? name)
    {
        StringBuilder kept = new();
        foreach (Rune rune in (name ?? "").Trim().EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned))
            {
                kept.Append(rune);
            }
            if (kept.Length >= Longest) { break; }
        }
        return kept.ToString().Trim();
    }
}
