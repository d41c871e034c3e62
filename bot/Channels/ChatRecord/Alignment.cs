namespace Bot.Channels.ChatRecord;

/// <summary>Finds the part of a record that was taken in before, where only the words and their order can tell.</summary>
internal static class Alignment
{
    // Two lines alike may be chance: 收到, 谢谢
    private const int Convincing = 3;
    private const int Gap = 3;

    // What a hostile text could make of it
    private const int MostParts = 60;
    private const long MostSteps = 500_000_000;

    /// <summary>For each of <paramref name="told"/> its place in <paramref name="known"/>, -1 for what is new.</summary>
    public static int[] Of(IReadOnlyList<string> told, IReadOnlyList<string> known)
    {
        int[] places = new int[told.Count];
        Array.Fill(places, -1);
        int needed = Math.Min(Convincing, Math.Min(told.Count, known.Count));
        if (needed > 0) { Match(told, known, places, needed); }
        if (Array.TrueForAll(places, place => place < 0)) { Continue(told, known, places); }
        return places;
    }

    // However short: the record goes on where the last one ended
    private static void Continue(IReadOnlyList<string> told, IReadOnlyList<string> known, int[] places)
    {
        for (int length = Math.Min(Convincing, Math.Min(told.Count, known.Count)); length > 0; length--)
        {
            int place = known.Count - length;
            if (Enumerable.Range(0, length).All(i => told[i] == known[place + i]))
            {
                for (int i = 0; i < length; i++) { places[i] = place + i; }
                return;
            }
        }
    }

    private static void Match(IReadOnlyList<string> told, IReadOnlyList<string> known, int[] places, int needed)
    {
        Stack<(int From, int To, int KnownFrom, int KnownTo)> parts = new([(0, told.Count, 0, known.Count)]);
        long steps = 0;
        for (int n = 0; n < MostParts && steps < MostSteps && parts.TryPop(out (int From, int To, int KnownFrom, int KnownTo) part); n++)
        {
            (int at, int place, int length) = LongestRun(told, known, part, ref steps);
            if (length < needed) { continue; }
            for (int i = 0; i < length; i++) { places[at + i] = place + i; }
            (int left, int knownLeft) = Extend(told, known, places, (at, place), -1, part);
            (int right, int knownRight) = Extend(told, known, places, (at + length - 1, place + length - 1), 1, part);
            parts.Push((part.From, left, part.KnownFrom, knownLeft));
            parts.Push((right + 1, part.To, knownRight + 1, part.KnownTo));
        }
    }

    // Beside what surely matches a line or two may be missing on either side: taken back, or a picture one program leaves out
    private static (int, int) Extend(
        IReadOnlyList<string> told, IReadOnlyList<string> known, int[] places, (int At, int Place) from, int step,
        (int From, int To, int KnownFrom, int KnownTo) part)
    {
        while (Next() is { } next)
        {
            from = next;
            places[from.At] = from.Place;
        }
        return from;

        (int, int)? Next()
        {
            for (int sum = 2; sum <= Gap + 1; sum++)
            {
                for (int here = 1; here < sum; here++)
                {
                    int at = from.At + (here * step), place = from.Place + ((sum - here) * step);
                    if (at >= part.From && at < part.To && place >= part.KnownFrom && place < part.KnownTo && told[at] == known[place]) { return (at, place); }
                }
            }
            return null;
        }
    }

    private static (int At, int Place, int Length) LongestRun(
        IReadOnlyList<string> told, IReadOnlyList<string> known, (int From, int To, int KnownFrom, int KnownTo) part, ref long steps)
    {
        (int At, int Place, int Length) best = (0, 0, 0);
        ILookup<string, int> places = Enumerable.Range(part.KnownFrom, part.KnownTo - part.KnownFrom).ToLookup(place => known[place]);
        // Length of the run that ends at a place, for this line and the one before; a place later so that none is below zero
        int[] runs = new int[known.Count + 1], before = new int[known.Count + 1];
        for (int at = part.From; at < part.To && steps < MostSteps; at++)
        {
            foreach (int place in places[told[at]])
            {
                steps++;
                int length = runs[place + 1] = before[place] + 1;
                // Of runs alike the latest: a record is mostly the end of what was said
                if (length >= best.Length) { best = (at - length + 1, place - length + 1, length); }
            }
            (runs, before) = (before, runs);
            Clear(runs, at > part.From ? places[told[at - 1]] : []);
        }
        return best;
    }

    private static void Clear(int[] runs, IEnumerable<int> places)
    {
        foreach (int place in places) { runs[place + 1] = 0; }
    }
}
