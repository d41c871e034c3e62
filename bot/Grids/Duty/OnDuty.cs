namespace Bot.Grids.Duty;

/// <summary>Who is on duty for a grid at a moment, since when and until when.</summary>
/// <param name="Until">Null when no plan says otherwise: then it is the 网格长, always.</param>
/// <param name="Change">The change that put them there; null when the week plan or the post did.</param>
public sealed record OnDuty(string Grid, Person Person, DateTimeOffset? Since, DateTimeOffset? Until, DutyChange? Change = null);
