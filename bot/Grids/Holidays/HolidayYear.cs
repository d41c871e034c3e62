namespace Bot.Grids.Holidays;

/// <summary>What the State Council's notice says of one year.</summary>
/// <param name="Free">Days off, with the holiday's name.</param>
/// <param name="Worked">Days of a weekend that are worked (调休).</param>
/// <param name="Text">The notice's own lines.</param>
public sealed record HolidayYear(int Year, IReadOnlyDictionary<DateOnly, string> Free, IReadOnlySet<DateOnly> Worked, string Text);
