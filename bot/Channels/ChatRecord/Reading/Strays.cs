namespace Bot.Channels.ChatRecord.Reading;

/// <summary>"停水时间 8:30" inside a message looks like a heading: one that is not written as all the others begins no message.</summary>
internal static class Strays
{
    private const double Few = 0.3;

    // Programs leave the day away for today's messages
    private const double FewDays = 0.15;

    /// <param name="afterBlank">Whether the line at that place follows an empty one.</param>
    public static Heading?[] Remove(Heading?[] headings, Func<int, bool> afterBlank)
    {
        int[] places = [.. Enumerable.Range(0, headings.Length).Where(i => headings[i] is not null)];
        bool[] stray = new bool[headings.Length];
        Mark(i => headings[i]!.At?.Day is not null, FewDays);
        Mark(i => headings[i]!.At?.HasSeconds == true, Few);
        // A first line, or one after a picture, may stand apart in any record
        Mark(afterBlank, Few, odd: false);
        Mark(i => headings[i]!.Text is not null, Few);
        // Below a heading stand the words
        foreach (int place in places.Where(i => i > 0 && headings[i - 1] is { Text: null } && !stray[i - 1])) { stray[place] = true; }
        HashSet<string> known = [.. places.Where(i => !stray[i]).Select(i => headings[i]!.Sender)];
        return [.. headings.Select((heading, i) => heading is not null && stray[i] && !known.Contains(heading.Sender) ? null : heading)];

        void Mark(Func<int, bool> has, double few, bool odd = true)
        {
            double share = places.Length == 0 ? 0 : (double)places.Count(has) / places.Length;
            foreach (int place in places.Where(place => share <= few ? odd && has(place) : 1 - share <= few && !has(place))) { stray[place] = true; }
        }
    }
}
