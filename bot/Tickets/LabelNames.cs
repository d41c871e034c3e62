namespace Bot.Tickets;

/// <summary>The words of the contracts and of the console for each label.</summary>
public static class LabelNames
{
    private static readonly string[] Categories = ["生活便民", "环境提升", "精准救助", "健康医疗", "政策咨询"];
    private static readonly string[] Urgencies = ["low", "normal", "high", "emergency"];
    private static readonly string[] UrgencyTitles = ["不急", "一般", "较急", "紧急"];

    public static string Name(this Category category) => Categories[(int)category];

    public static string Name(this Urgency urgency) => Urgencies[(int)urgency];

    /// <summary>The word a grid worker reads.</summary>
    public static string Title(this Urgency urgency) => UrgencyTitles[(int)urgency];

    /// <summary>The word of a level, as a person says to whom it went up.</summary>
    public static string Title(this EscalationLevel level) => level switch
    {
        EscalationLevel.Grid => "网格",
        EscalationLevel.Lead => "网格长",
        EscalationLevel.Community => "社区",
        _ => "街道",
    };

    /// <summary>The word of a state in a sentence and on a page.</summary>
    public static string Title(this TicketState state) => state switch
    {
        TicketState.Captured => "待审",
        TicketState.Accepted => "在办",
        TicketState.Dispatched => "已派单",
        TicketState.Claimed => "已接单",
        TicketState.Resolved => "已办好，等确认",
        TicketState.Verified => "已核验",
        TicketState.Closed => "已办结",
        TicketState.Rejected => "已标为不是诉求",
        _ => "已并入别的工单",
    };

    public static bool TryParse(string? name, out Category category)
    {
        int index = Array.IndexOf(Categories, name);
        category = index < 0 ? default : (Category)index;
        return index >= 0;
    }

    public static bool TryParse(string? name, out Urgency urgency)
    {
        int index = Array.IndexOf(Urgencies, name);
        urgency = index < 0 ? default : (Urgency)index;
        return index >= 0;
    }
}
