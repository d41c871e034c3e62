using Bot.Tickets;

namespace Bot.Triage.Judging;

/// <summary>Topic and category of each sort of emergency.</summary>
public static class EmergencyLabels
{
    public static string TopicOf(EmergencySort sort) => sort switch
    {
        EmergencySort.Fire => "火情",
        EmergencySort.Gas => "燃气",
        EmergencySort.Trapped or EmergencySort.Lift => "被困",
        EmergencySort.Medical => "急病",
        EmergencySort.Electric => "触电",
        EmergencySort.Water => "落水",
        EmergencySort.Missing => "走失",
        EmergencySort.Collapse => "坠物",
        EmergencySort.Violence => "暴力",
        EmergencySort.Suicide => "轻生",
        _ => Topics.Other,
    };

    public static Category CategoryOf(EmergencySort sort) => sort switch
    {
        EmergencySort.Medical => Category.Health,
        EmergencySort.Missing or EmergencySort.Suicide => Category.Relief,
        _ => Category.Living,
    };
}
