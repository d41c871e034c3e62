using System.Text;

namespace Bot.Console.Library;

/// <summary>A stretch of text, and whether the question has the same words.</summary>
public sealed record Stretch(string Text, bool Matched);

/// <summary>Shows which words of a passage the question shares: stretches of two characters or more. Pure.</summary>
public static class MatchedWords
{
    private const int Shortest = 2;

    public static IReadOnlyList<Stretch> In(string text, string question)
    {
        List<Stretch> stretches = [];
        StringBuilder plain = new();
        for (int at = 0; at < text.Length;)
        {
            int length = LengthAt(text, at, question);
            if (length < Shortest)
            {
                plain.Append(text[at++]);
                continue;
            }
            Flush(plain, stretches);
            stretches.Add(new Stretch(text.Substring(at, length), Matched: true));
            at += length;
        }
        Flush(plain, stretches);
        return stretches;
    }

    private static int LengthAt(string text, int at, string question)
    {
        int longest = 0;
        while (at + longest < text.Length && char.IsLetterOrDigit(text[at + longest])
            && question.Contains(text.Substring(at, longest + 1), StringComparison.OrdinalIgnoreCase))
        {
            longest++;
        }
        return longest;
    }

    private static void Flush(StringBuilder plain, List<Stretch> stretches)
    {
        if (plain.Length > 0) { stretches.Add(new Stretch(plain.ToString(), Matched: false)); }
        plain.Clear();
    }
}
