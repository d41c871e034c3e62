using System.Globalization;

namespace Bot.Grids.Holidays;

/// <summary>The years that come with the program: one file per year beside this class, in the words of the notice.</summary>
public static class RecordedHolidays
{
    public static HolidayCalendar Calendar { get; } = new(Read());

    private static IEnumerable<HolidayYear> Read()
    {
        string space = typeof(RecordedHolidays).Namespace + ".";
        foreach (string name in typeof(RecordedHolidays).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(space, StringComparison.Ordinal)))
        {
            int year = int.Parse(name[space.Length..^".txt".Length], CultureInfo.InvariantCulture);
            using StreamReader reader = new(typeof(RecordedHolidays).Assembly.GetManifestResourceStream(name)!);
            yield return HolidayNotice.Read(year, reader.ReadToEnd(), out IReadOnlyList<string> errors)
                ?? throw new InvalidOperationException($"{name}: {string.Join("; ", errors)}");
        }
    }
}
