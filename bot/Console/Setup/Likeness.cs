using Bot.Grids;

namespace Bot.Console.Setup;

/// <summary>Which known name was probably meant: one sign more, less or other, or the same in narrow signs.</summary>
internal static class Likeness
{
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        string plain = PlaceNames.HalfWidth(word).Replace(" ", "", StringComparison.Ordinal);
        return known.Where(name => name == plain || IsNear(plain, name)).OrderByDescending(name => name == plain).FirstOrDefault();
    }

    // a single sign has no likeness: 张 is not 李
    private static bool IsNear(string word, string name)
    {
        if (word.Length < 2 || name.Length < 2 || Math.Abs(word.Length - name.Length) > 1) { return false; }
        int start = word.Zip(name).TakeWhile(pair => pair.First == pair.Second).Count();
        int end = word.Reverse().Zip(name.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return start + end >= Math.Max(word.Length, name.Length) - 1;
    }
}
