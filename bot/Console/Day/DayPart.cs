namespace Bot.Console.Day;

/// <summary>The three looks at a day: 早上好, 中午看一眼, 交班.</summary>
public enum DayPart { Morning, Noon, Evening }

public static class DayParts
{
    /// <summary>The look that fits the hour; after work, and through the night, what is handed on.</summary>
    public static DayPart At(DateTime local) => local.TimeOfDay.TotalHours switch
    {
        >= 5 and < 11 => DayPart.Morning,
        >= 11 and < 16.5 => DayPart.Noon,
        _ => DayPart.Evening,
    };

    public static string Title(this DayPart part) => part switch
    {
        DayPart.Morning => "早上好",
        DayPart.Noon => "中午看一眼",
        _ => "交班",
    };

    public static string Address(this DayPart part) => part switch
    {
        DayPart.Morning => "/console/day/morning",
        DayPart.Noon => "/console/day/noon",
        _ => "/console/day/evening",
    };
}
