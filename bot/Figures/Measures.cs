using static Bot.Figures.Cohort;
using static Bot.Figures.Marks;

namespace Bot.Figures;

/// <summary>Every number there is.</summary>
public static class Measures
{
    public static readonly Measure Reported = new("reported", "新反映", Opened, None, NoCase);
    public static readonly Measure AnswerDue = new("due", "该答复的", Opened, Due, NoCase);
    public static readonly Measure AnsweredInTime = new("in-time", "按时答复的", Opened, Due | InTime, NoCase);
    public static readonly Measure AnsweredLate = new("late", "没按时答复的", Opened, Due, NoCase | InTime);
    public static readonly Measure Contacted = new("contacted", "联系上的", Opened, Marks.Contacted, NoCase);
    public static readonly Measure Recurring = new("recurring", "老毛病又犯", Opened, Recurs, NoCase);
    public static readonly Measure Raised = new("escalated", "升级督办的", Opened, Escalated, NoCase);

    public static readonly Measure Handled = new("done", "办好的", Cohort.Done, Marks.Done, NoCase);
    public static readonly Measure Visited = new("followed-up", "回访到的", Cohort.Done, Marks.Done | FollowedUp, NoCase);
    public static readonly Measure NotVisited = new("not-followed-up", "没回访到的", Cohort.Done, Marks.Done, NoCase | FollowedUp);
    public static readonly Measure Replied = new("answered", "回访有答复的", Cohort.Done, Marks.Done | Answered, NoCase);
    public static readonly Measure SaidGood = new("good", "居民说好了的", Cohort.Done, Marks.Done | Answered | Good, NoCase);
    public static readonly Measure SaidNotGood = new("not-good", "居民说没好的", Cohort.Done, Marks.Done | Answered, NoCase | Good);
    public static readonly Measure Lapsed = new("silent", "没人答复、到期算核验的", Cohort.Done, Marks.Done | Silent, NoCase);
    public static readonly Measure RatedAtAll = new("rated", "评议了的", Cohort.Done, Rated, NoCase);
    public static readonly Measure RatedWell = new("content", "满意和基本满意的", Cohort.Done, Rated | Content, NoCase);
    public static readonly Measure RatedBadly = new("discontent", "不满意的", Cohort.Done, Rated, NoCase | Content);
    public static readonly Measure OutOfRates = new("excluded", "有评议不计入的", Cohort.Done, Excluded, NoCase);
    public static readonly Measure Redone = new("reopened", "返工的", Cohort.Done, Reopened, NoCase);
    public static readonly Measure EndedUnfixed = new("unfixed", "没办成就办结的", Cohort.Done, Unfixed, NoCase);

    public static readonly Measure StillOpen = new("open", "在办", Now, Open, NoCase);
    public static readonly Measure Late = new("overdue", "超时", Now, Open | Overdue, NoCase);

    public static IReadOnlyList<Measure> All { get; } =
    [
        Reported, AnswerDue, AnsweredInTime, AnsweredLate, Contacted, Recurring, Raised,
        Handled, Visited, NotVisited, Replied, SaidGood, SaidNotGood, Lapsed, RatedAtAll, RatedWell, RatedBadly, OutOfRates, Redone, EndedUnfixed,
        StillOpen, Late,
    ];

    public static Measure? Named(string? name) => All.FirstOrDefault(measure => measure.Name == name);
}
