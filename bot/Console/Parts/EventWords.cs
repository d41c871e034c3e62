using Bot.Tickets;

namespace Bot.Console.Parts;

/// <summary>A line of a ticket's history in words.</summary>
public static class EventWords
{
    public static string Title(this TicketEventKind kind) => kind switch
    {
        TicketEventKind.Opened => "反映，记成工单",
        TicketEventKind.Joined => "也说了这件事",
        TicketEventKind.Located => "地点改为",
        TicketEventKind.Raised => "更急了",
        TicketEventKind.Accepted => "确认立件",
        TicketEventKind.Corrected => "改了",
        TicketEventKind.Rejected => "标为不是诉求",
        TicketEventKind.MergedInto => "并走了",
        TicketEventKind.Absorbed => "并进来了",
        TicketEventKind.Split => "拆分",
        TicketEventKind.Urged => "催办",
        TicketEventKind.Noted => "记一笔",
        TicketEventKind.SaidDone => "说好了",
        TicketEventKind.SaidNotDone => "说没好",
        TicketEventKind.HelpOffered => "愿意帮忙",
        TicketEventKind.Dispatched => "派给",
        TicketEventKind.Claimed => "接单",
        TicketEventKind.Returned => "退回",
        TicketEventKind.Reassigned => "转办",
        TicketEventKind.Unmerged => "撤销并入",
        TicketEventKind.TakenBack => "撤回去了",
        TicketEventKind.Resolved => "办好了",
        TicketEventKind.Verified => "核验：好了",
        TicketEventKind.Reopened => "重新交办",
        TicketEventKind.Withdrawn => "说不用办了",
        TicketEventKind.Closed => "办结",
        TicketEventKind.Acknowledged => "知道了",
        TicketEventKind.PromiseMissed => "说好的时间过了，还没有人回话",
        TicketEventKind.FeedbackMissed => "该办完的时间过了",
        TicketEventKind.Escalated => "上报到",
        TicketEventKind.Snoozed => "稍后再办",
        TicketEventKind.Woken => "不再等，接着办",
        TicketEventKind.Contacted => "已联系反映人",
        TicketEventKind.Planned => "打算这样办",
        TicketEventKind.PromiseChanged => "改了答应的时间",
        TicketEventKind.HalfDone => "好了一半",
        TicketEventKind.Rated => "评议",
        TicketEventKind.ExclusionAsked => "提出评议不计入",
        TicketEventKind.RatingExcluded => "同意评议不计入",
        TicketEventKind.MadePrivate => "标为私密",
        TicketEventKind.MadePublic => "不再私密",
        TicketEventKind.PlaceAsked => "在群里问地点",
        TicketEventKind.Undone => "点错了，撤销",
        TicketEventKind.Recalled => "撤回了原话",
        _ => kind.ToString(),
    };
}
