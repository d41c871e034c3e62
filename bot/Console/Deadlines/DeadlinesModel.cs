using System.Globalization;
using Bot.Grids.Holidays;
using Bot.Tickets;
using Bot.Tickets.Deadlines;

namespace Bot.Console.Deadlines;

/// <summary>The times in force, or what a person has just filled in.</summary>
/// <param name="Written">What stands in the fields, by their names.</param>
/// <param name="Errors">What is wrong with them, by their names.</param>
/// <param name="Change">Who saved the times in force; null while they are the defaults.</param>
public sealed record DeadlinesModel(
    IReadOnlyDictionary<string, string> Written,
    bool WorkingTime,
    string? ExtremeUntil,
    IReadOnlyDictionary<string, string> Errors,
    PresetChange? Change,
    HolidayCalendar Calendar,
    HolidayForm Holidays)
{
    public static IReadOnlyDictionary<string, string> Fields(TicketOptions times) =>
        DeadlineField.All.ToDictionary(field => field.Name, field => field.Of(times).ToString(CultureInfo.InvariantCulture));

    public string? Error(string name) => Errors.GetValueOrDefault(name);
}

/// <summary>A year's notice as pasted.</summary>
/// <param name="This">The year it is now.</param>
public sealed record HolidayForm(int This, int Year, string? Text, IReadOnlyList<string> Errors);
