namespace Bot.Tickets;

/// <summary>The first line of an emergency: fixed text, whom to call, what not to do.</summary>
public static class EmergencyReplies
{
    /// <param name="number">Number of the ticket.</param>
    /// <param name="placeKnown">When it is not, the line asks for it.</param>
    /// <param name="alerted">Who has been alerted, as the group calls them; null when there is nobody to alert.</param>
    public static string First(EmergencySort sort, int number, bool placeKnown, string? alerted) =>
        $"⚠️{Advice(sort)}{(placeKnown ? "" : Ask(sort))}{(alerted is null ? $"我记下了（{number}号），{Yourself}" : $"我已发紧急提醒给{alerted}（{number}号）。")}";

    /// <summary>An issue that turned into an emergency.</summary>
    public static string Became(EmergencySort sort, int number, bool placeKnown, string? alerted) =>
        $"⚠️{Advice(sort)}{(placeKnown ? "" : Ask(sort))}{number}号改按紧急处理，{(alerted is null ? Yourself : $"已发紧急提醒给{alerted}。")}";

    // Nobody stands in the directory: the line must not claim that somebody is on the way
    private const string Yourself = "也请打电话告诉网格员。";

    private static string Ask(EmergencySort sort) => sort switch
    {
        EmergencySort.Missing => "请在群里回最后见到的地方，",
        EmergencySort.Water => "请在群里回是哪一段，",
        _ => "请在群里回楼号门牌，",
    };

    private static string Advice(EmergencySort sort) => sort switch
    {
        EmergencySort.Medical => "请马上打120！说清楼号、人是否清醒。",
        EmergencySort.Gas => "闻到燃气味：别动电器明火，开窗，到楼外再打119，人不舒服打120。",
        EmergencySort.Fire => "着火先撤人：走楼梯不坐电梯，湿毛巾捂口鼻，到楼外打119。",
        EmergencySort.Lift => "请马上打119！让里面的人按呼救铃，别扒门、别往外爬。",
        EmergencySort.Trapped => "请马上打119！说清在哪、困了几个人、里面有没有水和火。",
        EmergencySort.Electric => "别碰人、别碰水和电线，能拉闸先拉闸，马上打119、120。",
        EmergencySort.Water => "马上打119、120！别下水，扔绳子、竹竿、救生圈。",
        EmergencySort.Missing => "请马上打110！说清长相、衣着、几点在哪里走开的。",
        EmergencySort.Collapse => "离远点，别进去也别从下面走！有险打119，有人伤打120。",
        EmergencySort.Violence => "请马上打110！先躲到安全的地方，别上前硬拦。",
        EmergencySort.Suicide => "请马上打110、120！别留对方一个人，轻声陪着说话，收好刀和药，关好窗。",
        _ => "人先到安全的地方！警情打110，火险打119，伤病打120。",
    };
}
