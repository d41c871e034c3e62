using Bot.Notices;

namespace Bot.Console.Notices;

/// <summary>States and outcomes in words.</summary>
public static class NoticeTitles
{
    public static string Title(this NoticeState state) => state switch
    {
        NoticeState.Draft => "草稿，没有定时发",
        NoticeState.Active => "按时间发",
        NoticeState.Paused => "暂停了",
        NoticeState.Ended => "都发完了",
        _ => "已删除",
    };

    public static string Title(this NoticeOutcome outcome) => outcome switch
    {
        NoticeOutcome.Sent => "按时发",
        NoticeOutcome.Late => "补发",
        NoticeOutcome.Skipped => "没有发",
        NoticeOutcome.ByHand => "手动发",
        _ => "更正",
    };
}
