namespace Bot.Console.Day;

/// <summary>One line of a look at the day: how many, of what, and where they are listed.</summary>
/// <param name="Detail">The first of them in words; null where the number says it.</param>
/// <param name="Red">Only what is an emergency or overdue, and then the words say so too.</param>
public sealed record DayLine(int Count, string Text, string Address, string? Detail = null, bool Red = false);
