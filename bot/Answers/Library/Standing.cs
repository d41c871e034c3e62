namespace Bot.Answers.Library;

/// <summary>Where a document stands on a day, as people need to know it.</summary>
public enum Standing
{
    Valid,

    /// <summary>Valid, and its last day is near.</summary>
    Ending,

    /// <summary>Comes into force later.</summary>
    Coming,
    Expired,
    Replaced,
    Disabled,
    Draft,
    Removed,
}

public static class Standings
{
    public const int EndingDays = 30;

    /// <param name="successor">First day of the document that took its place; null when that is not known.</param>
    public static Standing On(this ShelfDocument document, DateOnly today, DateOnly? successor) => document switch
    {
        { State: ShelfState.Draft } => Standing.Draft,
        { State: ShelfState.Removed } => Standing.Removed,
        { State: ShelfState.Disabled } => Standing.Disabled,
        { SupersededBy: not null } when !(successor > today) => Standing.Replaced,
        { Expires: { } last } when last < today => Standing.Expired,
        { Effective: { } first } when first > today => Standing.Coming,
        { Expires: { } last } when last.DayNumber - today.DayNumber <= EndingDays => Standing.Ending,
        _ => Standing.Valid,
    };

    /// <summary>Documents that an answer may rest on.</summary>
    public static bool Answers(this Standing standing) => standing is Standing.Valid or Standing.Ending;
}
