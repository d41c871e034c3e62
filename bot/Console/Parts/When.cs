namespace Bot.Console.Parts;

/// <summary>Times as people on the page read them: "今天 11:42".</summary>
public static class When
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    public static string Text(DateTimeOffset at, DateTimeOffset now)
    {
        DateTimeOffset local = Local(at);
        DateTimeOffset today = Local(now);
        string clock = local.ToString("HH:mm");
        return (local.Date - today.Date).Days switch
        {
            0 => $"今天 {clock}",
            -1 => $"昨天 {clock}",
            1 => $"明天 {clock}",
            _ when local.Year == today.Year => $"{local.Month}月{local.Day}日 {clock}",
            _ => $"{local.Year}年{local.Month}月{local.Day}日 {clock}",
        };
    }

    /// <summary>"2小时10分"; never less than a minute, days from 48 hours on.</summary>
    public static string Span(TimeSpan span)
    {
        int minutes = Math.Max(1, (int)Math.Round(span.Duration().TotalMinutes));
        return minutes switch
        {
            < 60 => $"{minutes}分钟",
            < 48 * 60 when minutes % 60 == 0 => $"{minutes / 60}小时",
            < 48 * 60 => $"{minutes / 60}小时{minutes % 60}分",
            _ => $"{minutes / (24 * 60)}天",
        };
    }
}
