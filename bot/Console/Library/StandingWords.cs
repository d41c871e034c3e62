using Bot.Answers.Library;

namespace Bot.Console.Library;

/// <summary>How a document's standing is shown: always with a word, never by colour alone.</summary>
internal static class StandingWords
{
    public static string Title(this Standing standing) => standing switch
    {
        Standing.Valid => "有效",
        Standing.Ending => "快到期",
        Standing.Coming => "还没生效",
        Standing.Expired => "已过期",
        Standing.Replaced => "已被替代",
        Standing.Disabled => "停用",
        Standing.Draft => "待发布",
        _ => "已删除",
    };

    public static string? Tone(this Standing standing) => standing switch
    {
        Standing.Valid => "green",
        Standing.Ending or Standing.Draft or Standing.Coming => "amber",
        _ => null,
    };

    public static string Title(this ShelfOrigin origin) => origin switch
    {
        ShelfOrigin.Sample => "示例",
        ShelfOrigin.Upload => "上传",
        ShelfOrigin.Written => "页面上写的",
        ShelfOrigin.Answer => "标准答复",
        _ => "命令行装入",
    };

    public static string Text(this DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
