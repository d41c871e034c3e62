namespace Bot.Tickets;

/// <summary>What sort of danger: each has a fixed line, never worded by a model.</summary>
public enum EmergencySort { Other, Medical, Gas, Fire, Lift, Trapped, Electric, Water, Missing, Collapse, Violence, Suicide }
