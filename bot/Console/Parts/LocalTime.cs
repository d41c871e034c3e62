using Bot.Grids;
using Microsoft.Extensions.Options;

namespace Bot.Console.Parts;

/// <summary>Times as people on the page read them, in the community's zone: "今天 11:42".</summary>
public sealed class LocalTime(TimeProvider clock, IOptions<CommunityOptions> community)
{
    private readonly TimeZoneInfo _zone = community.Value.Zone;

    public DateTimeOffset Now => clock.GetUtcNow();

    public string Text(DateTimeOffset at)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(at, _zone);
        DateTimeOffset today = TimeZoneInfo.ConvertTime(Now, _zone);
        string hour = local.ToString("HH:mm");
        return (local.Date - today.Date).Days switch
        {
            0 => $"今天 {hour}",
            -1 => $"昨天 {hour}",
            1 => $"明天 {hour}",
            _ when local.Year == today.Year => $"{local.Month}月{local.Day}日 {hour}",
            _ => $"{local.Year}年{local.Month}月{local.Day}日 {hour}",
        };
    }

    /// <summary>The hour of the day it is now.</summary>
    public int Hour => TimeZoneInfo.ConvertTime(Now, _zone).Hour;

    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);

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
