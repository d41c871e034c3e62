using System.Globalization;
using Bot.Notices;

namespace Bot.Console.Notices;

/// <summary>Plans and planned times as people read them.</summary>
public sealed class PlanWords(NoticeClock clock)
{
    private static readonly string[] Days = ["日", "一", "二", "三", "四", "五", "六"];
    private static readonly ChineseLunisolarCalendar Lunar = new();
    private static readonly string[] Tens = ["初", "十", "廿", "三"];
    private static readonly string[] Digits = ["十", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    public DateTime Today => clock.Wall.Local(clock.Now).Date;

    /// <summary>"11月25日 周三 9:00", with the year where it is another.</summary>
    public string At(DateTimeOffset at)
    {
        DateTime local = clock.Wall.Local(at);
        string year = local.Year == Today.Year ? "" : $"{local.Year}年";
        return $"{year}{local.Month}月{local.Day}日 {Weekday(local)} {Hour(local)}";
    }

    public string HourOf(DateTimeOffset at) => Hour(clock.Wall.Local(at));

    public static string Weekday(DateTime day) => $"周{Days[(int)day.DayOfWeek]}";

    /// <summary>"每周一、周五 19:00".</summary>
    public string Of(Notice notice)
    {
        if (notice.OnceAt is { } once) { return At(once); }
        if (notice.Cron is not { } cron) { return "没定时间，只手动发"; }
        return CronForm.Read(cron) switch
        {
            { DayOfMonth: CronForm.LastDay } last => $"每月最后一天 {last.At:H\\:mm}",
            { DayOfMonth: { } day } monthly => $"每月{day}号 {monthly.At:H\\:mm}",
            { Days.Count: > 0 } weekly => $"每{string.Join('、', weekly.Days.OrderBy(day => ((int)day + 6) % 7).Select(day => $"周{Days[(int)day]}"))} {weekly.At:H\\:mm}",
            { } daily => $"每天 {daily.At:H\\:mm}",
            null => $"自定的时间（{cron}）",
        };
    }

    public static string Late(Notice notice) => notice.LateMinutes switch
    {
        0 => "不补发",
        < 60 => $"{notice.LateMinutes}分钟内补发",
        _ when notice.LateMinutes % 60 == 0 => $"{notice.LateMinutes / 60}小时内补发",
        _ => $"{notice.LateMinutes / 60}小时{notice.LateMinutes % 60}分内补发",
    };

    /// <summary>"十月十六"; the first of a month by the month alone.</summary>
    public static string LunarDay(DateTime day)
    {
        int year = Lunar.GetYear(day), month = Lunar.GetMonth(day), number = Lunar.GetDayOfMonth(day);
        int leap = Lunar.GetLeapMonth(year);
        string name = (leap > 0 && month == leap ? "闰" : "") + MonthName(leap > 0 && month >= leap ? month - 1 : month);
        return name + DayName(number);
    }

    private static string MonthName(int month) => month switch { 1 => "正月", 11 => "冬月", 12 => "腊月", 10 => "十月", _ => $"{Digits[month]}月" };

    private static string DayName(int day) => day switch { 10 => "初十", 20 => "二十", 30 => "三十", _ => Tens[day / 10] + Digits[day % 10] };

    private static string Hour(DateTime local) => $"{local:H\\:mm}";
}
