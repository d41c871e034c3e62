using Bot.Triage.Locations;

namespace Bot.Triage.Judging;

/// <summary>Says in a line, for grid workers, what a decision rests on.</summary>
public static class Reasons
{
    public static string Of(Matter matter)
    {
        string place = matter.Place is { } known
            ? $"地点{known}（{(matter.Parts.Any(part => part.Place is { Source: PlaceSource.Text }) ? "原话" : "昵称")}）"
            : "没说地点";
        string sort = matter.Emergency is { } emergency ? $"紧急词：{EmergencyLabels.TopicOf(emergency)}；" : "";
        return $"{sort}像诉求（{matter.Report:0.00}）；话题{matter.Topic}；{place}";
    }
}
